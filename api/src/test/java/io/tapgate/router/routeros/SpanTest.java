package io.tapgate.router.routeros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.router.RouterTrouble;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

  @ParameterizedTest
  @CsvSource({
    "1w2d3h4m5s, P9DT3H4M5S",
    "29m58s, PT29M58S",
    "0s, PT0S",
    "500ms, PT0.5S",
    "1s250ms, PT1.25S",
    "2m, PT2M",
    "00:30:00, PT30M",
    "1d02:03:04, P1DT2H3M4S",
    "3w4d12:00:01, P25DT12H1S",
    "00:00:01.5, PT1.5S",
    "35w3d13h13m56s, PT21474836S"
  })
  void every_form_a_router_writes_is_read(String text, Duration span) {
    assertThat(Span.read(text)).isEqualTo(span);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "soon", "5s ", " 5s", "5x", "5s=", "-5s", "1:2:3", "5s\n"})
  void anything_else_is_no_time(String text) {
    assertThatThrownBy(() -> Span.read(text)).isInstanceOf(RouterTrouble.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"PT15M, 900s", "PT1S, 1s", "PT0.001S, 1s", "PT1.5S, 2s", "P3650D, 21168000s"})
  void we_write_whole_seconds_within_what_a_router_counts(Duration span, String text) {
    assertThat(Span.written(span)).isEqualTo(text);
  }

  @Test
  void nothing_and_less_is_no_span() {
    assertThatThrownBy(() -> Span.written(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Span.written(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
