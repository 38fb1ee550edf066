package io.tapgate.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every file there is. */
class EveryFileTest {
  /** Where packages come from is the machine's business: a mirror must do as well. */
  private static final Pattern REGISTRY =
      Pattern.compile(
          "(?i)\\b((?:repo1?\\.maven|repo\\.maven\\.apache|registry\\.(?:npmjs|yarnpkg)|deb\\.debian"
              + "|(?:security|archive|ports)\\.(?:debian|ubuntu)|plugins\\.gradle|central\\.sonatype"
              + "|oss\\.sonatype|registry-1\\.docker|proxy\\.golang|files\\.pythonhosted"
              + "|packages\\.adoptium|deb\\.nodesource)\\.(?:org|com|io|net))\\b");

  private static final Pattern WHERE_FROM = Pattern.compile("(\"resolved\"\\s*:[^\n]*)");
  private static final Pattern SHELL = Pattern.compile("\\A(#!.*\\b(?:ba|da|)sh)\\b");

  @Test
  void no_file_names_the_host_of_a_registry() {
    assertThat(Repository.files())
        .isNotEmpty()
        .allSatisfy(file ->
            assertThat(Repository.found(REGISTRY, Repository.text(file)))
                .as(file.toString())
                .isEmpty());
  }

  @Test
  void a_registry_would_be_noticed() {
    Stream.of("repo.maven.apache,org", "https://registry.npmjs,org/x", "deb.debian,org")
        .map(host -> host.replace(',', '.'))
        .forEach(host -> assertThat(Repository.found(REGISTRY, host)).hasSize(1));
  }

  @Test
  void no_lock_file_says_where_a_package_was_fetched() {
    assertThat(Repository.files("(.*/)?(package-lock|npm-shrinkwrap)\\.json"))
        .isNotEmpty()
        .allSatisfy(lock ->
            assertThat(Repository.found(WHERE_FROM, Repository.text(lock)))
                .as(lock.toString())
                .isEmpty());
  }

  @Test
  void the_launcher_and_ci_are_among_the_shell_scripts() {
    assertThat(shellScripts())
        .contains(Path.of("tapgate"), Path.of(".ci/run"), Path.of("launcher/up.sh"));
  }

  @ParameterizedTest
  @MethodSource("shellScripts")
  void a_shell_script_is_understood_by_the_plainest_shell(Path script)
      throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-n", Repository.at(script.toString()).toString())
            .redirectErrorStream(true)
            .start();
    String complaint = new String(shell.getInputStream().readAllBytes(), UTF_8);

    assertThat(shell.waitFor(10, SECONDS)).isTrue();
    assertThat(complaint).isEmpty();
    assertThat(shell.exitValue()).isZero();
  }

  static List<Path> shellScripts() {
    return Repository.files().stream().filter(EveryFileTest::isShell).toList();
  }

  private static boolean isShell(Path file) {
    return file.toString().endsWith(".sh") || SHELL.matcher(Repository.text(file)).find();
  }
}
