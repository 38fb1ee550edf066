package io.tapgate.stories.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nouns go to the command line, with the address and the key of what is installed here. */
@Execution(ExecutionMode.CONCURRENT)
@ParameterizedClass
@MethodSource("io.tapgate.stories.launcher.Folder#shells")
class CommandLineTest {
  private final List<String> shell;
  @TempDir private Path home;
  private Folder folder;

  CommandLineTest(List<String> shell) {
    this.shell = shell;
  }

  @BeforeEach
  void aMachineWithAJdk() throws IOException {
    folder = new Folder(home, shell).withJdk(25).withJars();
  }

  @AfterEach
  void nothingIsLeftAtWork() {
    folder.untilNothingRunsHere();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "why",
        "client",
        "connection",
        "ban",
        "router",
        "key",
        "audit",
        "completion"
      })
  void a_noun_goes_to_the_command_line_and_ends_as_that_does(String noun) throws Exception {
    Running run = folder.tapgate(noun, "list", "two words", "--x=$HOME");

    assertThat(run.exitCode()).as(run.said()).isEqualTo(7);
    assertThat(run.said()).isEmpty();
    assertThat(folder.noted("cli.words"))
        .endsWith("io.tapgate.cli.Main\n" + noun + "\nlist\ntwo words\n--x=$HOME\n")
        .contains("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  }

  @Test
  void it_gets_the_installations_address_and_key_and_no_other_secret() throws Exception {
    folder.withDotenv("API_PORT=9000\nADMIN_TOKEN='a b'\nTELEGRAM_TOKEN=hunter2\n");

    assertThat(folder.tapgate("status").exitCode()).isEqualTo(7);
    assertThat(folder.noted("cli.environment"))
        .contains("API_PORT=9000\n", "ADMIN_TOKEN=a b\n")
        .doesNotContain("hunter2");
    assertThat(folder.noted("cli.words")).doesNotContain("a b");
  }

  @Test
  void it_runs_where_the_person_stands_and_speaks_as_they_do() throws Exception {
    assertThat(folder.tapgate("status").exitCode()).isEqualTo(7);

    assertThat(folder.noted("cli.folder").strip()).isEqualTo(real("notes"));
    assertThat(folder.noted("cli.environment")).contains("LC_ALL=C.UTF-8\n");
    assertThat(folder.noted("cli.words")).contains(real("cli/target/cli-run.jar"));
  }

  private String real(String inside) throws IOException {
    return folder.path(inside).toRealPath().toString();
  }

  @Test
  void a_key_that_stands_in_the_settings_is_for_the_address_that_stands_there() throws Exception {
    folder.with("API_URL", "https://elsewhere.example.com").withDotenv("ADMIN_TOKEN=x\n");

    assertThat(folder.tapgate("status").exitCode()).isEqualTo(7);
    assertThat(folder.noted("cli.environment"))
        .contains("ADMIN_TOKEN=x\n")
        .doesNotContain("elsewhere");
  }

  @Test
  void a_playground_that_runs_here_is_found_with_its_key() throws Exception {
    folder.write("var/playground/run/key", "http://127.0.0.1:9003\nmade-up\n");

    assertThat(folder.tapgate("status").exitCode()).isEqualTo(7);
    assertThat(folder.noted("cli.environment"))
        .contains("API_URL=http://127.0.0.1:9003\n", "ADMIN_TOKEN=made-up\n");
  }

  @Test
  void it_is_built_alone_when_it_is_missing() throws Exception {
    Files.delete(folder.path("cli/target/cli-run.jar"));
    folder.withMaven(0);

    assertThat(folder.tapgate("status").exitCode()).isEqualTo(7);
    assertThat(folder.noted("mvn")).contains("-pl cli -am");
  }

  @Test
  void it_is_built_once_when_it_has_changed() throws Exception {
    folder.withMaven(0).write("cli/src/main/java/Main.java", "");
    Files.setLastModifiedTime(
        folder.path("cli/target/cli-run.jar"), FileTime.from(Instant.now().minusSeconds(60)));

    assertThat(folder.tapgate("status").exitCode()).isEqualTo(7);
    Files.delete(folder.path("notes/mvn"));
    assertThat(folder.tapgate("status").exitCode()).isEqualTo(7);
    assertThat(folder.path("notes/mvn")).doesNotExist();
  }

  /** The stand-in learns nothing: that must disturb nobody, and not be tried again each time. */
  @Test
  void without_a_cache_it_runs_all_the_same() throws Exception {
    assertThat(folder.tapgate("status").exitCode()).isEqualTo(7);
    Running.eventually("has tried", () -> Files.exists(folder.path("cli/target/cli-young.aot.by")));

    assertThat(folder.tapgate("status").exitCode()).isEqualTo(7);
    assertThat(folder.noted("cli.words")).doesNotContain("AOTCache");
  }

  @Test
  void with_a_jdk_it_remembers_it_builds_as_well() throws Exception {
    folder.write("cli/target/cli-young.aot.by", folder.path("jdks/jdk-25") + "\n");
    Files.delete(folder.path("cli/target/cli-run.jar"));
    folder.withMaven(0);

    assertThat(folder.tapgate("status").exitCode()).isEqualTo(7);
    assertThat(folder.noted("mvn")).contains("JAVA_HOME=" + folder.path("jdks/jdk-25"));
  }
}
