package io.tapgate.router;

import static io.tapgate.connection.ConnectionFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SilenceTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration STEADY = Duration.ofMinutes(1);
  private static final Silence NOT_MET = new Silence(null, null, null, false);
  private static final Silence ANSWERS = NOT_MET.broken(NOON, STEADY);

  @Test
  void a_router_that_answers_was_met_and_nothing_is_told() {
    assertThat(ANSWERS).isEqualTo(new Silence(NOON, null, null, false));
    assertThat(ANSWERS.isOver()).isTrue();
    assertThat(ANSWERS.broken(after(90), STEADY)).isEqualTo(ANSWERS);
  }

  @Test
  void a_silence_is_told_once_it_has_lasted() {
    Silence begun = ANSWERS.goesOn(after(10), PATIENCE);
    assertThat(begun.since()).isEqualTo(after(10));
    assertThat(begun.goesOn(after(309), PATIENCE).told()).isFalse();
    Silence told = begun.goesOn(after(310), PATIENCE);
    assertThat(told.told()).isTrue();
    assertThat(told.goesOn(after(9_000), PATIENCE)).isEqualTo(told);
  }

  @Test
  void a_silence_that_is_short_is_nobodys_news() {
    Silence begun = ANSWERS.goesOn(after(10), PATIENCE);
    Silence broken = begun.broken(after(200), STEADY);
    assertThat(broken).isEqualTo(ANSWERS);
    assertThat(broken.goesOn(after(320), PATIENCE).told()).isFalse();
  }

  @Test
  void one_that_was_never_met_may_be_silent_for_as_long_as_it_likes() {
    Silence begun = NOT_MET.goesOn(NOON, PATIENCE);
    assertThat(begun.goesOn(after(90_000), PATIENCE).told()).isFalse();
    assertThat(begun.since()).isEqualTo(NOON);
  }

  @Test
  void a_silence_that_was_told_is_over_once_the_router_has_answered_for_a_while() {
    Silence ending = told().broken(after(400), STEADY);
    assertThat(ending.told()).isTrue();
    assertThat(ending.isOver()).isFalse();
    assertThat(ending.broken(after(459), STEADY)).isEqualTo(ending);
    assertThat(ending.broken(after(460), STEADY)).isEqualTo(ANSWERS);
  }

  @Test
  void one_that_comes_and_goes_is_silent_all_the_time() {
    Silence again = told().broken(after(400), STEADY).goesOn(after(450), PATIENCE);
    assertThat(again).isEqualTo(told());
    assertThat(again.broken(after(470), STEADY).isOver()).isFalse();
  }

  private static Silence told() {
    return ANSWERS.goesOn(after(10), PATIENCE).goesOn(after(310), PATIENCE);
  }

  private static Instant after(long seconds) {
    return NOON.plusSeconds(seconds);
  }
}
