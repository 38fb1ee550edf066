package io.tapgate.playground.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class TimeTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void what_is_past_is_not_waited_for() throws InterruptedException {
    Time.of(InstantSource.fixed(NOON)).until(NOON);
  }

  @Test
  void a_moment_to_come_is_slept_for_and_looked_at_again() throws InterruptedException {
    Deque<Instant> looks = new ArrayDeque<>(List.of(NOON, NOON.plusMillis(1), NOON.plusMillis(3)));
    Time time = Time.of(looks::removeFirst);

    time.until(NOON.plusMillis(2));

    assertThat(looks).isEmpty();
  }

  @Test
  void a_clock_that_can_be_slept_by_stays_what_it_is() {
    HandClock clock = new HandClock();

    assertThat(Time.of(clock)).isSameAs(clock);
  }

  @Test
  void a_clock_by_hand_wakes_whoever_slept_by_it() throws InterruptedException {
    HandClock clock = new HandClock();
    Instant later = clock.instant().plusSeconds(3600);
    Thread sleeper =
        Thread.ofVirtual()
            .start(() -> {
              try {
                clock.until(later);
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    clock.awaitSleepers(1);

    clock.pass(Duration.ofHours(1));

    assertThat(sleeper.join(Duration.ofSeconds(5))).isTrue();
  }
}
