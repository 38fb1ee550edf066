package io.tapgate.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program, as a process of its own. */
@Timeout(60)
class MainTest {
  private static final Map<String, String> ANY_PORTS =
      Map.of(
          "PLAYGROUND_PORT", "0",
          "PLAYGROUND_ROUTER_PORT", "0",
          "TELEGRAM_TOKEN", "1:a",
          "ROUTER_PASSWORD", "p",
          "HOOK_TOKEN", "h");

  private static Process start(Map<String, String> environment) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java, "-Xmx64m", "-cp", System.getProperty("java.class.path"), Main.class.getName());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).start();
  }

  private static String firstLine(Process process) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    return line == null ? "" : line;
  }

  @Test
  void it_says_where_it_is_and_ends_when_told_to() throws Exception {
    Process process = start(ANY_PORTS);
    try {
      assertThat(firstLine(process))
          .matches(
              "playground ready: page http://127\\.0\\.0\\.1:[1-9]\\d+/ router"
                  + " 127\\.0\\.0\\.1:[1-9]\\d+");

      process.destroy();

      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PLAYGROUND_PORT", "PLAYGROUND_ROUTER_PORT"})
  void a_port_that_is_taken_is_said_in_one_line(String setting) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, String> environment = new HashMap<>(ANY_PORTS);
      environment.put(setting, Integer.toString(taken.getLocalPort()));
      Process process = start(environment);
      try {
        assertThat(firstLine(process))
            .isEqualTo(
                "playground: port "
                    + taken.getLocalPort()
                    + " of 127.0.0.1 is taken: set "
                    + setting
                    + " to another, or to 0 for any.");
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
      } finally {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void a_missing_setting_is_said_in_one_line() throws Exception {
    Map<String, String> environment = new HashMap<>(ANY_PORTS);
    environment.remove("HOOK_TOKEN");
    Process process = start(environment);
    try {
      assertThat(firstLine(process)).startsWith("playground: HOOK_TOKEN is not set: write ");
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(1);
    } finally {
      process.destroyForcibly();
    }
  }
}
