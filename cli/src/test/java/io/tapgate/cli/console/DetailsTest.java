package io.tapgate.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DetailsTest {
  @Test
  void a_long_name_in_a_label_leaves_room_for_what_is_said() {
    Details details =
        new Details()
            .with("live", "2 asked")
            .with("router the-branch-office-by-the-river", "closed: " + "it is away ".repeat(8));

    assertThat(details.on(Terminal.NONE))
        .startsWith("live                        2 asked\nrouter the-branch-office-…  closed: it ")
        .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= 80));
  }

  @Test
  void what_is_empty_is_left_out() {
    assertThat(new Details().with("a", "b").with("note", " ").on(Terminal.NONE))
        .isEqualTo("a  b\n");
  }
}
