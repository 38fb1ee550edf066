package io.tapgate.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.driving.Claim;
import io.tapgate.driving.Held;
import io.tapgate.driving.HeldFixture;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ObservingTest {
  private static final Duration REST = Duration.ofSeconds(4);

  private final EnforcingStage stage = new EnforcingStage();
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
  private final Held claim = HeldFixture.held("router 3");
  private Optional<Boolean> answers = Optional.empty();
  private final Observing observing =
      new Observing(RouterFixture.ID, _ -> REST, () -> answers, stage.inTouch, now::get);

  @Test
  void before_the_first_try_is_over_nothing_is_known() {
    assertThat(observing.drive(claim)).isEqualTo(REST);
    assertThat(stage.contacts.written()).isZero();
  }

  @Test
  void that_it_answers_is_noted_once() {
    answers = Optional.of(true);
    observing.drive(claim);
    stage.contacts.isDriven(new Claim("router 3", "nobody asks", 9));
    pass(Duration.ofHours(1));
    observing.drive(claim);
    assertThat(silence().met()).isNotNull();
    assertThat(stage.contacts.written()).isEqualTo(1);
  }

  @Test
  void a_silence_is_looked_at_every_few_seconds() {
    isToldToBeSilent();
  }

  private void isToldToBeSilent() {
    answers = Optional.of(true);
    observing.drive(claim);
    answers = Optional.of(false);
    observing.drive(claim);
    assertThat(silence().since()).isNotNull();
    stage.contacts.pass(Duration.ofMinutes(6));
    observing.drive(claim);
    assertThat(silence().told()).isFalse();
    pass(Duration.ofSeconds(3));
    observing.drive(claim);
    assertThat(silence().told()).isTrue();
  }

  @Test
  void that_it_answers_again_is_looked_at_until_the_silence_is_over() {
    isToldToBeSilent();
    answers = Optional.of(true);
    observing.drive(claim);
    assertThat(silence().told()).isTrue();
    stage.contacts.pass(Duration.ofMinutes(1));
    pass(Duration.ofSeconds(3));
    observing.drive(claim);
    assertThat(silence().told()).isFalse();
  }

  @Test
  void whoever_drives_next_looks_for_themselves() {
    answers = Optional.of(true);
    observing.drive(claim);
    stage.contacts.keep(
        RouterFixture.ID,
        stage.contacts.of(RouterFixture.ID).with(new Silence(null, null, null, false)));
    observing.drive(claim);
    assertThat(silence().met()).isNull();
    observing.drive(HeldFixture.held("router 3", 2));
    assertThat(silence().met()).isNotNull();
  }

  private Silence silence() {
    return stage.contacts.of(RouterFixture.ID).silence();
  }

  private void pass(Duration span) {
    now.addAndGet(span.toNanos());
  }
}
