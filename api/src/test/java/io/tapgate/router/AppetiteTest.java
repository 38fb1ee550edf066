package io.tapgate.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AppetiteTest {
  private static final Duration QUICK = Duration.ofMillis(20);
  private static final Duration TOO_LONG = Appetite.LONG.plusMillis(1);

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
  private final Appetite appetite = new Appetite(now::get);

  @Test
  void a_router_that_nothing_is_known_of_is_given_much() {
    assertThat(appetite.size()).isEqualTo(64);
  }

  @Test
  void each_silence_halves_what_it_is_given_down_to_one_at_a_time() {
    List<Integer> given = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      fallsSilent();
      given.add(appetite.size());
    }
    assertThat(given).containsExactly(32, 16, 8, 4, 2, 1, 1, 1);
  }

  @Test
  void an_answer_that_took_long_halves_as_well() {
    answersAfter(QUICK);
    answersAfter(TOO_LONG);
    assertThat(appetite.size()).isEqualTo(32);
    answersAfter(Appetite.LONG);
    assertThat(appetite.size()).isEqualTo(33);
  }

  @Test
  void each_quick_answer_gives_one_back_and_never_more_than_at_first() {
    fallsSilent();
    for (int i = 1; i <= 40; i++) {
      answersAfter(QUICK);
      assertThat(appetite.size()).isEqualTo(Math.min(64, 32 + i));
    }
  }

  @Test
  void of_tries_that_were_under_way_together_one_counts() {
    List<Appetite.Bite> together = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      together.add(appetite.begin());
    }
    passes(TOO_LONG);
    together.forEach(appetite::silent);
    assertThat(appetite.size()).isEqualTo(32);
    fallsSilent();
    assertThat(appetite.size()).isEqualTo(16);
  }

  @Test
  void a_router_at_the_end_of_a_long_line_is_not_a_busy_one() {
    Duration far = Duration.ofSeconds(3);
    for (int i = 0; i < 10; i++) {
      answersAfter(far);
    }
    assertThat(appetite.size()).isEqualTo(64);
    answersAfter(far.multipliedBy(3).plusMillis(1));
    assertThat(appetite.size()).isEqualTo(32);
  }

  private void answersAfter(Duration span) {
    Appetite.Bite bite = appetite.begin();
    passes(span);
    appetite.answered(bite);
  }

  private void fallsSilent() {
    Appetite.Bite bite = appetite.begin();
    passes(TOO_LONG);
    appetite.silent(bite);
  }

  private void passes(Duration span) {
    now.addAndGet(span.toNanos());
  }
}
