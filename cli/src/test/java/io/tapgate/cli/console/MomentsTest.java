package io.tapgate.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
  private final Moments moments =
      new Moments(Instant.parse("2026-11-26T22:30:00Z"), ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    "2026-11-26T21:05:00Z, 22:05",
    "2026-11-26T23:30:00Z, Nov 27 00:30",
    "2026-01-02T03:04:00Z, Jan 2 04:04",
    "2025-12-31T22:00:00Z, 2025-12-31"
  })
  void a_time_is_local_and_as_short_as_it_can_be(Instant when, String said) {
    assertThat(moments.at(when)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 s", "59, 59 s", "240, 4 min", "3900, 1 h 5 min", "7200, 2 h", "259200, 3 days"})
  void a_span_is_spoken(long seconds, String said) {
    assertThat(Moments.span(Duration.ofSeconds(seconds))).isEqualTo(said);
  }

  @Test
  void what_comes_is_in_and_what_was_is_ago() {
    assertThat(moments.from(moments.now().plusSeconds(180))).isEqualTo("in 3 min");
    assertThat(moments.from(moments.now().minusSeconds(180))).isEqualTo("3 min ago");
  }
}
