package io.tapgate.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
  @TempDir private Path folder;

  @Test
  void without_a_setting_one_is_made_once_for_our_eyes_only() throws IOException {
    byte[] made = MasterKey.of(none());
    assertThat(made).hasSize(32);
    assertThat(MasterKey.of(none())).isEqualTo(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void the_setting_wins_over_the_file() {
    byte[] made = MasterKey.of(none());
    assertThat(MasterKey.of(new VaultSettings("0A".repeat(32), folder.toString())))
        .isNotEqualTo(made)
        .containsOnly(10);
  }

  @Test
  void a_file_that_others_may_read_is_refused() throws IOException {
    MasterKey.of(none());
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> MasterKey.of(none()))
        .isInstanceOf(KeyRefused.class)
        .hasMessageStartingWith("TAPGATE_KEY: ")
        .hasMessageContaining("chmod 600");
  }

  @Test
  void a_file_that_was_cut_is_refused_and_left_alone() throws IOException {
    MasterKey.of(none());
    Files.writeString(file(), "0a0a");
    assertThatThrownBy(() -> MasterKey.of(none()))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("64 hex digits");
    assertThat(file()).hasContent("0a0a");
  }

  @Test
  void where_nothing_can_be_written_the_way_out_is_named() throws IOException {
    Path taken = Files.createFile(folder.resolve("taken"));
    assertThatThrownBy(() -> MasterKey.of(new VaultSettings("", taken.toString())))
        .isInstanceOf(KeyRefused.class)
        .hasMessageContaining("set TAPGATE_KEY");
  }

  private VaultSettings none() {
    return new VaultSettings("", folder.toString());
  }

  private Path file() {
    return folder.resolve("tapgate.key");
  }
}
