package io.tapgate.stories.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes that start together, are watched, and end together, whatever shell does it. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Folder.PLAYGROUND_PORTS)
@ParameterizedClass
@MethodSource("io.tapgate.stories.launcher.Folder#shells")
class ProcessesTest {
  private final List<String> shell;
  @TempDir private Path home;
  private Folder folder;

  ProcessesTest(List<String> shell) {
    this.shell = shell;
  }

  @BeforeEach
  void aMachineWithAJdk() throws IOException {
    folder = new Folder(home, shell).withJdk(25).withJars();
  }

  @Test
  void sigterm_takes_every_process_along_and_waits_for_it() throws Exception {
    Running up = folder.tapgate("up").untilItSays("Ctrl-C here stops everything");
    List<ProcessHandle> parts = up.parts();

    assertThat(up.stopped()).isEqualTo(143);
    assertThat(parts).hasSize(3).noneMatch(ProcessHandle::isAlive);
    assertThat(folder.path("notes/api.stopped")).exists();
    assertThat(folder.path("notes/watcher.stopped")).exists();
    assertThat(folder.path("notes/playground.stopped")).exists();
    assertThat(folder.path("var/playground/run/up.pid")).doesNotExist();
  }

  @Test
  void when_one_process_dies_the_others_are_stopped_and_its_last_words_shown() throws Exception {
    Running up = folder.tapgate("up").untilItSays("Ctrl-C here stops everything");
    List<ProcessHandle> parts = up.parts();
    Files.writeString(folder.path("var/playground/log/watcher.log"), "no more air\n");

    up.part("watcher").destroyForcibly();

    assertThat(up.exitCode()).isEqualTo(1);
    assertThat(up.said()).contains("the watcher ended by itself").contains("| no more air");
    assertThat(parts).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void a_second_up_in_the_same_folder_is_refused_and_disturbs_nobody() throws Exception {
    try (Running first = folder.tapgate("up").untilItSays("Ctrl-C here stops everything")) {
      Running second = folder.tapgate("up");

      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.said()).contains("already runs here (pid " + first.process().pid());
      assertThat(first.parts()).hasSize(3).allMatch(ProcessHandle::isAlive);
    }
  }

  /**
   * As in a container that was killed and started anew: each time the launcher's pid is the same.
   */
  @Test
  void a_lock_that_an_earlier_run_of_the_same_pid_left_behind_stops_nobody() throws Exception {
    try (Running up = folder.tapgateOfThePidIn("var/playground/run/up.pid", "up")) {
      up.untilItSays("Ctrl-C here stops everything");
      assertThat(folder.path("var/playground/run/up.pid")).hasContent("" + up.process().pid());
    }
  }

  @Test
  void what_a_killed_launcher_left_behind_is_stopped_by_the_next() throws Exception {
    Running killed = folder.tapgate("up").untilItSays("Ctrl-C here stops everything");
    List<ProcessHandle> orphans = killed.parts();
    killed.process().destroyForcibly();
    killed.exitCode();

    try (Running next = folder.tapgate("up").untilItSays("Ctrl-C here stops everything")) {
      assertThat(next.said()).contains("left its api behind", "left its watcher behind");
      assertThat(orphans).hasSize(3).noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  void what_the_api_finds_missing_is_shown_and_its_exit_code_passed_on() throws Exception {
    withPorts();
    folder.with("HOOK_TOKEN", "x").whereFails("api", 78, "TELEGRAM_TOKEN is missing");

    Running up = folder.tapgate("up");

    assertThat(up.exitCode()).isEqualTo(78);
    assertThat(up.said())
        .contains("the api ended by itself, exit code 78", "| TELEGRAM_TOKEN is missing");
    assertThat(folder.path("notes/watcher.words")).doesNotExist();
  }

  private void withPorts() throws IOException {
    folder.with("API_PORT", String.valueOf(Folder.freePort()));
    folder.with("WATCHER_PORT", String.valueOf(Folder.freePort()));
  }
}
