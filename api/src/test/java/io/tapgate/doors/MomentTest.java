package io.tapgate.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T08:30:00Z, 2026-11-27T08:30:00Z",
    "2026-11-27T08:30:00.123456+02:00, 2026-11-27T06:30:00.123456Z",
    "2026-11-27T08:30Z, 2026-11-27T08:30:00Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
  })
  void a_moment_is_read_in_any_zone(String written, Instant moment) {
    assertThat(Moment.read(written)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "noon",
        "2026-11-27",
        "2026-11-27T08:30:00",
        "0000-12-31T23:59:59Z",
        "0001-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59-01:00",
        "-100000-01-01T00:00:00Z",
        "+300000-01-01T00:00:00Z"
      })
  void what_no_row_can_have_is_refused(String written) {
    assertThatThrownBy(() -> Moment.read(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("write a moment such as 2026-11-27T08:30:00Z, of a year from 1 to 9999");
  }
}
