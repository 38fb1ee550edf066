package io.tapgate.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchingTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void in_a_pipe_one_block_follows_the_other() {
    Iterator<Boolean> again = List.of(true, false).iterator();
    new Watching(Terminal.NONE, out).show(again::next, () -> "a\n");

    assertThat(said()).isEqualTo("a\n\na\n\n");
  }

  @Test
  void on_a_terminal_it_stays_in_place_and_on_one_screen() {
    Terminal small = new Terminal(true, true, true, false, 80, 5);

    new Watching(small, out).show(() -> false, () -> "1\n2\n3\n4\n5\n6\n");

    assertThat(said())
        .isEqualTo("\033[2J\033[H1\033[K\n2\033[K\n3\033[K\n… 3 more lines\033[K\n\033[J");
  }

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
