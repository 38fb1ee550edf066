package io.tapgate.cli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFileTest {
  @TempDir private Path folder;

  private Path file(String text, String mode) throws IOException {
    Path file = folder.resolve("config");
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return file;
  }

  @Test
  void it_holds_an_address_and_a_key() throws Exception {
    Path file = file("# mine\nurl = https://t.example.com/\n\nkey=a=b\n", "rw-------");

    assertThat(OwnFile.read(file))
        .contains(new Access("https://t.example.com", "a=b", file.toString()));
  }

  @Test
  void one_that_others_may_open_is_refused_with_what_to_type() throws Exception {
    Path file = file("key=hunter2\n", "rw-r-----");

    assertThatThrownBy(() -> OwnFile.read(file))
        .hasMessageContaining("Type: chmod 600 " + file)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void a_line_that_is_neither_is_named_and_not_shown() throws Exception {
    Path file = file("url=https://t.example.com\nhunter2\n", "rw-------");

    assertThatThrownBy(() -> OwnFile.read(file))
        .hasMessageContaining("line 2: write url=… or key=…")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void it_stands_where_xdg_says_or_else_at_home() throws Exception {
    Path xdg = Files.createDirectories(folder.resolve("xdg/tapgate"));
    Path home = Files.createDirectories(folder.resolve("home/.config/tapgate"));
    Files.move(file("url=https://x.example.com\n", "rw-------"), xdg.resolve("config"));
    Files.move(file("url=https://h.example.com\n", "rw-------"), home.resolve("config"));
    String there = folder.resolve("xdg").toString();
    String here = folder.resolve("home").toString();

    assertThat(OwnFile.of(Map.of("HOME", here)).orElseThrow().url()).contains("h.example.com");
    assertThat(OwnFile.of(Map.of("HOME", here, "XDG_CONFIG_HOME", there)).orElseThrow().url())
        .contains("x.example.com");
    assertThat(OwnFile.of(Map.of())).as("nobody at home").isEmpty();
  }
}
