package io.tapgate.stories.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What starts, with which settings, ports and flags. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Folder.PLAYGROUND_PORTS)
class UpTest {
  @TempDir private Path home;
  private Folder folder;

  @BeforeEach
  void aMachineWithAJdk() throws IOException {
    folder = new Folder(home, List.of("sh")).withJdk(25).withJars();
  }

  @Test
  void without_settings_the_playground_starts_with_tokens_of_its_own() throws Exception {
    try (Running up = folder.tapgate("up").untilItSays("Ctrl-C here stops everything")) {
      Map<String, String> api = folder.environmentOf("api");
      String page = folder.environmentOf("playground").get("PLAYGROUND_PORT");

      assertThat(up.parts()).hasSize(3);
      assertThat(up.said()).contains("Open http://127.0.0.1:" + page + "/ and press connect");
      assertThat(api)
          .containsEntry("PLAYGROUND", "true")
          .containsEntry("ROUTER_HOST", "127.0.0.1")
          .containsEntry("ROUTER_TLS", "off")
          .containsEntry("TELEGRAM_API_URL", "http://127.0.0.1:" + page)
          .containsEntry("DATA_DIR", folder.path("var/playground").toRealPath().toString());
      assertThat(List.of(api.get("HOOK_TOKEN"), api.get("WATCHER_TOKEN"), api.get("ADMIN_TOKEN")))
          .doesNotHaveDuplicates()
          .allMatch(token -> token.matches("[0-9a-f]{64}"));
      assertThat(folder.environmentOf("playground"))
          .containsEntry("HOOK_TOKEN", api.get("HOOK_TOKEN"))
          .containsEntry("ROUTER_PASSWORD", api.get("ROUTER_PASSWORD"))
          .containsEntry("PLAYGROUND_ROUTER_PORT", api.get("ROUTER_PORT"));
    }
  }

  @Test
  void the_watcher_gets_no_secret_but_its_own_and_the_heap_that_was_measured() throws Exception {
    try (Running up = folder.tapgate("up").untilItSays("Ctrl-C here stops everything")) {
      assertThat(up.parts()).hasSize(3);
      assertThat(folder.environmentOf("watcher"))
          .containsKeys("WATCHER_TOKEN", "TELEGRAM_TOKEN", "API_URL", "WATCHER_PORT")
          .doesNotContainKeys("HOOK_TOKEN", "ADMIN_TOKEN", "ROUTER_PASSWORD");
      assertThat(folder.noted("watcher.words"))
          .contains("-XX:+UseSerialGC", "-Xmx20m", "-XX:TieredStopAtLevel=1")
          .contains("-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError");
      assertThat(folder.noted("playground.words")).contains("-Xmx128m");
    }
  }

  @Test
  void a_page_port_in_use_gives_way_to_the_next_one() throws Exception {
    try (ServerSocket other = new ServerSocket(0)) {
      folder.with("PLAYGROUND_PORT", String.valueOf(other.getLocalPort()));
      try (Running up = folder.tapgate("up").untilItSays("Ctrl-C here stops everything")) {
        assertThat(up.said()).contains("Port " + other.getLocalPort() + " is in use: the page is");
      }
    }
  }

  @Test
  void with_settings_the_api_and_the_watcher_start_and_no_playground() throws Exception {
    withPorts();
    try (Running up = folder.with("HOOK_TOKEN", "x").tapgate("up").untilItSays("Tapgate is up")) {
      assertThat(up.parts()).hasSize(2);
      assertThat(folder.environmentOf("api")).doesNotContainKey("PLAYGROUND");
      assertThat(folder.environmentOf("watcher"))
          .containsEntry(
              "API_URL", "http://127.0.0.1:" + folder.environmentOf("api").get("API_PORT"));
      assertThat(folder.noted("api.words")).contains("-Xmx384m", "-XX:+UseCompactObjectHeaders");
    }
  }

  @Test
  void a_refused_start_shows_the_refusal_and_nothing_of_the_log_before_it() throws Exception {
    withPorts();
    folder
        .with("HOOK_TOKEN", "x")
        .whereFails("api", 1, "a log line", "The api cannot start:", "  ROUTER_HOST: write it");

    Running up = folder.tapgate("up");

    assertThat(up.exitCode()).isEqualTo(1);
    assertThat(up.said())
        .contains("tapgate: The api cannot start:\n  ROUTER_HOST: write it\n")
        .doesNotContain("a log line", "ended by itself");
  }

  @Test
  void a_port_in_use_is_told_with_the_setting_that_names_it() throws Exception {
    withPorts();
    try (ServerSocket other = new ServerSocket(0)) {
      Running up = folder.with("API_PORT", String.valueOf(other.getLocalPort())).tapgate("up");

      assertThat(up.exitCode()).isEqualTo(1);
      assertThat(up.said()).contains("port " + other.getLocalPort() + " is in use", "API_PORT");
      assertThat(folder.path("notes/api.words")).doesNotExist();
    }
  }

  private void withPorts() throws IOException {
    folder.with("API_PORT", String.valueOf(Folder.freePort()));
    folder.with("WATCHER_PORT", String.valueOf(Folder.freePort()));
  }
}
