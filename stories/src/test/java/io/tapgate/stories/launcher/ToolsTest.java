package io.tapgate.stories.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The words it knows, the JDK and the Maven it finds, and when it builds. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Folder.PLAYGROUND_PORTS)
@ParameterizedClass
@MethodSource("io.tapgate.stories.launcher.Folder#shells")
class ToolsTest {
  private final List<String> shell;
  @TempDir private Path home;
  private Folder folder;

  ToolsTest(List<String> shell) {
    this.shell = shell;
  }

  @BeforeEach
  void aBareMachine() throws IOException {
    folder = new Folder(home, shell);
  }

  @Test
  void an_unknown_word_is_answered_with_those_there_are() throws Exception {
    Running run = folder.tapgate("upp");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.said()).contains("no 'upp'").contains("up, test, settings, help");
  }

  @Test
  void help_names_every_word() throws Exception {
    Running run = folder.tapgate("help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.said())
        .contains("./tapgate up", "./tapgate test", "./tapgate settings", "you_need.env");
  }

  @Test
  void without_a_new_enough_jdk_it_says_what_to_install() throws Exception {
    Running run = folder.withJdk(21).tapgate("up");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.said())
        .contains("no JDK 25 or newer")
        .contains("too old: Java 21 in " + folder.path("jdks/jdk-21"))
        .contains("openjdk-25-jdk", "temurin-25-jdk", "JAVA_HOME=");
  }

  @Test
  void an_old_java_home_is_passed_over_for_the_nearest_new_enough_jdk() throws Exception {
    folder.withJdk(17).withJdk(25).withJdk(26).withMaven(0);
    folder.with("JAVA_HOME", folder.path("jdks/jdk-17").toString());

    assertThat(folder.tapgate("test").exitCode()).isZero();
    assertThat(folder.noted("mvn")).contains("JAVA_HOME=" + folder.path("jdks/jdk-25"));
  }

  @Test
  void a_java_home_that_is_new_enough_is_taken_at_its_word() throws Exception {
    folder.withJdk(25).withJdk(26).withMaven(0);
    folder.with("JAVA_HOME", folder.path("jdks/jdk-26").toString());

    assertThat(folder.tapgate("test").exitCode()).isZero();
    assertThat(folder.noted("mvn")).contains("JAVA_HOME=" + folder.path("jdks/jdk-26"));
  }

  @Test
  void test_passes_its_words_on_keeps_settings_away_and_ends_as_maven_ends() throws Exception {
    folder.withJdk(25).withMaven(7).with("TELEGRAM_TOKEN", "real");

    Running run = folder.tapgate("test", "-pl", "watcher", "-Dtest=A B");

    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(folder.noted("mvn"))
        .contains("verify -pl watcher -Dtest=A B")
        .doesNotContain("TELEGRAM_TOKEN=real");
  }

  @Test
  void what_the_tests_built_is_not_built_again() throws Exception {
    folder.withJdk(25).withMaven(0).whereFails("api", 1, "seen");
    folder.write("api/src/main/java/Main.java", "");

    assertThat(folder.tapgate("test").exitCode()).isZero();
    touch("api/target/api-run.jar", Instant.EPOCH);
    assertThat(folder.tapgate("up").exitCode()).isEqualTo(1);

    assertThat(folder.noted("mvn")).contains("verify").doesNotContain("package");
  }

  @Test
  void without_maven_it_says_how_to_get_it() throws Exception {
    Running run = folder.withJdk(25).tapgate("test");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.said()).contains("Maven is missing", "apt-get install maven");
  }

  @Test
  void up_builds_what_is_missing_and_starts_nothing_if_that_fails() throws Exception {
    Running run = folder.withJdk(25).withMaven(1).tapgate("up");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.said()).contains("playground is not built yet").contains("the build failed");
    assertThat(folder.path("notes/api.words")).doesNotExist();
    assertThat(folder.path("var/playground/run/up.pid")).doesNotExist();
  }

  @Test
  void up_builds_once_when_a_source_is_newer_than_its_jar() throws Exception {
    folder.withJdk(25).withJars().withMaven(0).whereFails("api", 1, "seen");
    touch("watcher/src/main/java/Main.java", Instant.now().plusSeconds(2));
    touch("api/target/api-run.jar", Instant.now().minusSeconds(60));

    assertThat(folder.tapgate("up").exitCode()).isEqualTo(1);
    assertThat(folder.noted("mvn")).contains("package");

    Files.delete(folder.path("notes/mvn"));
    touch("watcher/src/main/java/Main.java", Instant.now().minusSeconds(30));
    assertThat(folder.tapgate("up").exitCode()).isEqualTo(1);
    assertThat(folder.path("notes/mvn")).doesNotExist();
  }

  @Test
  void up_builds_when_what_the_parts_share_is_newer() throws Exception {
    folder.withJdk(25).withJars().withMaven(0).whereFails("api", 1, "seen");
    touch("telegram/src/main/java/Way.java", Instant.now().plusSeconds(2));

    assertThat(folder.tapgate("up").exitCode()).isEqualTo(1);
    assertThat(folder.noted("mvn")).contains("package");
  }

  private void touch(String file, Instant when) throws IOException {
    folder.write(file, "");
    Files.setLastModifiedTime(folder.path(file), FileTime.from(when));
  }
}
