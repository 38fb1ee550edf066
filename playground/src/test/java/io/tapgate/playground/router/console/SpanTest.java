package io.tapgate.playground.router.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
  @ParameterizedTest
  @CsvSource({
    "29m58s, 1798",
    "1d2h3m4s, 93784",
    "00:30:00, 1800",
    "1d02:03:04, 93784",
    "1w1d00:00:01, 691201",
    "90, 90",
    "0s, 0",
    "35w3d13h13m56s, 21474836",
  })
  void a_span_is_read_in_every_form(String text, long seconds) {
    assertThat(Span.parse(text)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "1x", "-5", "1s2m", "1:2:3", "5 m", "1m ", "99999999999"})
  void anything_else_is_no_span(String text) {
    assertThat(Span.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0s", "59, 59s", "60, 1m", "1798, 29m58s", "93784, 1d2h3m4s", "2174400, 3w4d4h"})
  void a_span_is_printed_in_units(long seconds, String text) {
    assertThat(Span.print(Duration.ofSeconds(seconds))).isEqualTo(text);
  }

  @Test
  void parts_of_a_second_are_not_printed() {
    assertThat(Span.print(Duration.ofMillis(1_999))).isEqualTo("1s");
  }
}
