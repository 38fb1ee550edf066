package io.tapgate.stories.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The launcher's own program runs from its source, with the JDK alone. */
class DoorsTest {
  @Test
  void a_port_in_use_is_named_and_another_one_found() throws Exception {
    try (ServerSocket other = new ServerSocket(0)) {
      String port = String.valueOf(other.getLocalPort());

      assertThat(doors("taken", port)).isEqualTo(port);
      assertThat(doors("free", port)).matches("[0-9]+").isNotEqualTo(port);
    }
  }

  private static String doors(String word, String port) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path source = Folder.REPOSITORY.resolve("launcher/Doors.java");
    Process process =
        new ProcessBuilder(java.toString(), source.toString(), word, port)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said.strip();
  }
}
