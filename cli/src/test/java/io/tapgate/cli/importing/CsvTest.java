package io.tapgate.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void quotes_hold_commas_line_breaks_and_doubled_quotes() throws Exception {
    assertThat(Csv.read("a,\"b,\"\"c\"\"\nd\",e\r\nf,,\r\n"))
        .containsExactly(
            new Csv.Line(1, List.of("a", "b,\"c\"\nd", "e")),
            new Csv.Line(3, List.of("f", "", "")));
  }

  @Test
  void a_byte_order_mark_blank_lines_and_a_missing_last_break_do_not_matter() throws Exception {
    assertThat(Csv.read("\ufeffname\n\n  alice  "))
        .containsExactly(new Csv.Line(1, List.of("name")), new Csv.Line(3, List.of("alice")));
  }

  @Test
  void a_quote_that_is_not_closed_is_told_with_its_line() {
    assertThatThrownBy(() -> Csv.read("a\n\"b\nc")).hasMessageContaining("line 2: the quote");
    assertThatThrownBy(() -> Csv.read("\"a\"b\n"))
        .hasMessageContaining("line 1: something follows");
  }
}
