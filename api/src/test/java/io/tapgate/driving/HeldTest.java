package io.tapgate.driving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HeldTest {
  private static final Duration SPAN = Duration.ofSeconds(5);

  private final HandStopwatch time = new HandStopwatch();
  private final Stopwatch stopwatch = time.stopwatch();
  private final AtomicBoolean lifeline = new AtomicBoolean(true);
  private final Held held =
      new Held(new Claim("bot", "here", 1), stopwatch, stopwatch.now(), SPAN, lifeline::get);

  @Test
  void a_claim_holds_until_its_span_is_over() {
    assertThat(held.holds()).isTrue();
    time.pass(SPAN.minusNanos(1));
    assertThat(held.holds()).isTrue();
    time.pass(Duration.ofNanos(1));
    assertThat(held.holds()).isFalse();
  }

  @Test
  void it_runs_out_while_the_machine_sleeps() {
    time.sleep(SPAN);
    assertThat(held.holds()).isFalse();
  }

  @Test
  void a_wall_clock_set_back_makes_it_no_longer() {
    time.setBack(Duration.ofHours(1));
    assertThat(held.holds()).isTrue();
    time.pass(SPAN);
    assertThat(held.holds()).isFalse();
  }

  @Test
  void it_does_not_hold_once_it_was_let_go() {
    held.letGo();
    assertThat(held.holds()).isFalse();
  }

  @Test
  void it_ends_at_once_with_the_lifeline() {
    lifeline.set(false);
    assertThat(held.holds()).isFalse();
  }
}
