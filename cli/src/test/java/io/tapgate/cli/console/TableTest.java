package io.tapgate.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Table table =
      new Table(
              Column.figure("ID"), Column.text("NAME"), Column.state("STATE"), Column.text("NOTE"))
          .row("1", "alice", "banned", "")
          .row("1200", "a name that goes on and on and on and on", "", "");

  private static Terminal columns(int columns) {
    return Terminal.of(Map.of("COLUMNS", String.valueOf(columns)));
  }

  @Test
  void figures_stand_right_and_an_empty_column_is_left_out() {
    assertThat(table.on(columns(80)))
        .isEqualTo(
            """
              ID  NAME                                      STATE
               1  alice                                     banned
            1200  a name that goes on and on and on and on
            """);
  }

  @Test
  void what_has_no_room_is_cut() {
    assertThat(table.on(columns(40)))
        .isEqualTo(
            """
              ID  NAME                        STATE
               1  alice                       banned
            1200  a name that goes on and o…
            """);
  }

  @Test
  void a_state_has_its_colour_only_where_colours_are() {
    Map<String, String> screen = Map.of("TAPGATE_TERMINAL", "in err out");

    assertThat(table.on(Terminal.of(screen))).contains("\033[31mbanned\033[0m");
    assertThat(table.on(Terminal.of(Map.of("TAPGATE_TERMINAL", "out", "NO_COLOR", "1"))))
        .doesNotContain("\033");
  }

  @Test
  void no_text_from_outside_steers_the_terminal() {
    Table evil = new Table(Column.text("NAME")).row("a\033[2Jb\nc\u202ed");

    assertThat(evil.on(columns(80))).isEqualTo("NAME\na\ufffd[2Jb c\ufffdd\n");
  }

  @Test
  void wide_letters_count_as_two() {
    assertThat(Plain.width("日本")).isEqualTo(4);
    assertThat(Plain.cut("日本語の名前", 5)).isEqualTo("日本…");
  }
}
