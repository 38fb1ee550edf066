package io.tapgate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

  @ParameterizedTest
  @CsvSource({
    "1s, PT1S",
    "90s, PT1M30S",
    "5m, PT5M",
    "1h, PT1H",
    "30d, PT720H",
    "5, PT5M",
    "3650d, PT87600H",
    "315360000s, PT87600H"
  })
  void a_duration_is_a_number_with_its_unit_and_minutes_without(String text, Duration length) {
    assertThat(Span.parse(text).length()).contains(length);
    assertThat(Span.parse(text).bounded()).isEqualTo(length);
    assertThat(Span.parse(text)).hasToString(length.toString());
  }

  @Test
  void never_has_no_end() {
    assertThat(Span.parse("never").length()).isEmpty();
    assertThat(Span.parse("never")).hasToString("never");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "0s",
        "00",
        "05m",
        "-5m",
        "+5m",
        "5 m",
        " 5m",
        "5m ",
        "5M",
        "5ms",
        "5w",
        "5min",
        "1.5h",
        "1h30m",
        "PT5M",
        "m",
        "five",
        "Never",
        "NEVER",
        "forever",
        "٥m",
        "1e3s",
        "5m\n",
        "9999999999"
      })
  void anything_else_is_refused_with_what_to_write(String text) {
    assertThatThrownBy(() -> Span.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("write a duration such as 90s, 5m, 1h or 30d (a bare number is minutes)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3651d", "999999999d", "999999999h", "315360001s"})
  void longer_than_ten_years_is_refused(String text) {
    assertThatThrownBy(() -> Span.parse(text)).hasMessage("write a duration of at most 3650d");
  }

  @ParameterizedTest
  @CsvSource({"90s, 90s", "120s, 2m", "60, 1h", "90m, 90m", "24h, 1d", "36h, 36h", "never, never"})
  void it_is_written_in_the_largest_unit_that_fits(String text, String written) {
    assertThat(Span.parse(text).written()).isEqualTo(written);
    assertThat(Span.parse(Span.parse(text).written())).isEqualTo(Span.parse(text));
  }
}
