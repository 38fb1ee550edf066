package io.tapgate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StallsTest {
  private static final long BEGUN = -5_000_000_000L;

  private final Stalls stalls = new Stalls(BEGUN);

  @Test
  void a_machine_that_runs_adds_nothing() {
    for (int millis = 10; millis < 1000; millis += 40) {
      stalls.awakeAt(at(millis));
    }
    assertThat(stalls.since(BEGUN, at(1000))).isZero();
    assertThat(stalls.longest(at(1000))).isZero();
  }

  @Test
  void what_it_stood_still_is_added_up_from_a_moment_on() {
    stalls.awakeAt(at(300));
    stalls.awakeAt(at(310));
    stalls.awakeAt(at(410));
    assertThat(stalls.since(BEGUN, at(420))).isEqualTo(Duration.ofMillis(400));
    assertThat(stalls.since(at(200), at(420))).isEqualTo(Duration.ofMillis(200));
    assertThat(stalls.since(at(350), at(420))).isEqualTo(Duration.ofMillis(60));
    assertThat(stalls.since(at(415), at(420))).isZero();
    assertThat(stalls.longest(at(420))).isEqualTo(Duration.ofMillis(300));
  }

  @Test
  void one_that_is_just_ending_counts_as_well() {
    assertThat(stalls.since(BEGUN, at(70))).isEqualTo(Duration.ofMillis(70));
  }

  private static long at(int millis) {
    return BEGUN + millis * 1_000_000L;
  }
}
