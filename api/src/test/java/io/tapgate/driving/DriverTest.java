package io.tapgate.driving;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.router.routeros.Eventually;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rounds in lock step: each waits until the test lets it go, and naps last until a wake. */
@Timeout(30)
class DriverTest {
  private static final Duration TILL_WOKEN = Duration.ofHours(1);
  private static final Duration RENEWAL = Duration.ofMillis(2_001);
  private static final Duration RUN_OUT = Duration.ofSeconds(5);

  private final ClaimsInMemory claims = new ClaimsInMemory();
  private final LifelineInMemory lifeline = new LifelineInMemory();
  private final HandStopwatch time = new HandStopwatch();
  private final BlockingQueue<Held> begun = new LinkedBlockingQueue<>();
  private final Semaphore over = new Semaphore(0);
  private final AtomicReference<@Nullable Throwable> trouble = new AtomicReference<>();
  private final Driver driver = driver(this::round);

  @AfterEach
  void stop() {
    over.release(1_000);
    driver.close();
  }

  @Test
  void a_round_runs_under_a_claim_of_this_node() throws InterruptedException {
    driver.start();
    assertThat(begun().claim()).isEqualTo(new Claim("bot", "here", 1));
    assertThat(driver.isDriving()).isTrue();
  }

  @Test
  void no_round_runs_while_another_node_drives() {
    claims.give("bot", "there");
    driver.start();
    wakeUntilAsked(3);
    assertThat(begun).isEmpty();
    assertThat(driver.isDriving()).isFalse();
  }

  @Test
  void it_takes_over_when_the_other_node_lets_go() throws InterruptedException {
    claims.give("bot", "there");
    driver.start();
    wakeUntilAsked(1);
    claims.release(new Claim("bot", "there", 1));
    driver.wake();
    assertThat(begun().claim()).isEqualTo(new Claim("bot", "here", 2));
  }

  @Test
  void wakes_that_come_together_are_one() throws InterruptedException {
    driver.start();
    begun();
    for (int i = 0; i < 10; i++) {
      driver.wake();
    }
    over.release();
    begun();
    assertThat(driver.isWoken()).isFalse();
  }

  @Test
  void a_wake_during_a_round_is_not_lost() throws InterruptedException {
    driver.start();
    begun();
    driver.wake();
    assertThat(driver.isWoken()).isTrue();
    over.release();
    assertThat(begun()).isNotNull();
  }

  @Test
  void a_claim_is_kept_for_a_while_and_then_renewed() throws InterruptedException {
    driver.start();
    Held first = begun();
    assertThat(nextRound()).isSameAs(first);
    time.pass(RENEWAL);
    assertThat(nextRound()).isSameAs(first);
    assertThat(claims.taken()).isEqualTo(2);
  }

  @Test
  void what_was_begun_under_a_claim_goes_on_for_as_long_as_it_is_renewed()
      throws InterruptedException {
    driver.start();
    Held held = begun();
    for (Duration passed = Duration.ZERO;
        passed.compareTo(RUN_OUT.multipliedBy(3)) < 0;
        passed = passed.plus(RENEWAL)) {
      time.pass(RENEWAL);
      nextRound();
      assertThat(held.holds()).isTrue();
    }
    time.pass(RUN_OUT);
    assertThat(held.holds()).isFalse();
  }

  @Test
  void what_was_begun_stops_at_once_when_a_renewal_is_refused() throws InterruptedException {
    driver.start();
    Held held = begun();
    claims.give("bot", "there");
    time.pass(RENEWAL);
    over.release();
    wakeUntilAsked(2);
    assertThat(held.holds()).isFalse();
  }

  @Test
  void what_was_begun_stops_when_somebody_else_drove_in_between() throws InterruptedException {
    driver.start();
    Held held = begun();
    claims.give("bot", "there");
    claims.give("bot", "here");
    time.pass(RENEWAL);
    Held again = nextRound();
    assertThat(again).isNotSameAs(held);
    assertThat(again.holds()).isTrue();
    assertThat(held.holds()).isFalse();
  }

  @Test
  void a_claim_lost_stops_the_rounds() throws InterruptedException {
    driver.start();
    begun();
    claims.give("bot", "there");
    time.pass(RENEWAL);
    over.release();
    wakeUntilAsked(3);
    assertThat(begun).isEmpty();
    assertThat(driver.isDriving()).isFalse();
  }

  @Test
  void a_claim_that_runs_out_during_a_round_is_seen_there() throws InterruptedException {
    driver.start();
    Held held = begun();
    assertThat(held.holds()).isTrue();
    time.pass(RUN_OUT);
    assertThat(held.holds()).isFalse();
    assertThat(driver.isDriving()).isFalse();
  }

  @Test
  void a_failing_round_is_followed_by_the_next() throws InterruptedException {
    trouble.set(new IllegalStateException("on purpose"));
    driver.start();
    begun();
    over.release();
    driver.wake();
    begun();
    trouble.set(new StackOverflowError("on purpose"));
    over.release();
    driver.wake();
    assertThat(begun()).isNotNull();
  }

  @Test
  void a_database_that_is_away_stops_the_rounds_and_not_the_driver() throws InterruptedException {
    driver.start();
    begun();
    claims.goAway(true);
    time.pass(RUN_OUT);
    over.release();
    wakeUntilAsked(2);
    assertThat(driver.isDriving()).isFalse();
    claims.goAway(false);
    driver.wake();
    assertThat(begun().holds()).isTrue();
  }

  @Test
  void a_database_that_is_away_is_told_once_in_a_line_and_once_that_it_is_back()
      throws InterruptedException {
    try (Heard log = Heard.of(Mishaps.class)) {
      claims.goAway(true);
      driver.start();
      wakeUntilAsked(5);
      claims.goAway(false);
      driver.wake();
      begun();
      nextRound();
      assertThat(log.lines())
          .containsExactly(
              "WARN bot: its rounds fail at the database and are tried each second:"
                  + " DataAccessResourceFailureException: the database does not answer",
              "INFO bot: works again");
      assertThat(log.stacks()).isEmpty();
    }
  }

  @Test
  void a_fault_of_ours_shows_its_stack_once() throws InterruptedException {
    try (Heard log = Heard.of(Mishaps.class)) {
      trouble.set(new IllegalStateException("on purpose"));
      driver.start();
      begun();
      nextRound();
      nextRound();
      assertThat(log.lines()).hasSize(1).first().asString().startsWith("ERROR bot: ");
      assertThat(log.stacks()).hasSize(1);
    }
  }

  @Test
  void without_a_lifeline_nothing_is_claimed_or_driven() throws InterruptedException {
    driver.start();
    Held held = begun();
    lifeline.breaks();
    assertThat(held.holds()).isFalse();
    assertThat(driver.isDriving()).isFalse();
    int asked = claims.taken();
    over.release();
    driver.wake();
    lifeline.mended();
    driver.wake();
    Held again = begun();
    assertThat(again).isNotSameAs(held);
    assertThat(held.holds()).isFalse();
    assertThat(claims.taken()).isEqualTo(asked + 1);
  }

  @Test
  void who_drives_is_woken_and_nobody_rung() throws InterruptedException {
    driver.start();
    begun();
    over.release();
    driver.call();
    assertThat(begun()).isNotNull();
    assertThat(lifeline.rung()).isEmpty();
  }

  @Test
  void who_does_not_drive_rings_for_the_one_who_does() {
    claims.give("bot", "there");
    driver.start();
    driver.call();
    assertThat(lifeline.rung()).containsExactly("bot");
  }

  @Test
  void a_ring_from_another_node_wakes() throws InterruptedException {
    driver.start();
    begun();
    over.release();
    lifeline.heard("bot");
    assertThat(begun()).isNotNull();
  }

  @Test
  void closing_lets_the_claim_go_once_the_round_is_over() throws InterruptedException {
    driver.start();
    Held held = begun();
    over.release();
    driver.close();
    Eventually.holds(() -> !claims.isTaken("bot"));
    assertThat(held.holds()).isFalse();
    assertThat(driver.isDriving()).isFalse();
  }

  @Test
  void closing_leaves_another_nodes_claim_alone() throws InterruptedException {
    driver.start();
    begun();
    claims.give("bot", "there");
    over.release();
    driver.close();
    assertThat(claims.isTaken("bot")).isTrue();
  }

  @Test
  void the_next_driver_on_the_same_node_waits_for_a_claim_of_its_own() throws InterruptedException {
    driver.start();
    Held last = begun();
    int asked = claims.taken();
    try (Driver next = driver(this::round)) {
      next.start();
      Eventually.holds(() -> claims.taken() > asked);
      assertThat(next.isDriving()).isFalse();
      over.release();
      driver.close();
      Eventually.holds(() -> !claims.isTaken("bot"));
      next.wake();
      assertThat(begun().claim().epoch()).isGreaterThan(last.claim().epoch());
      over.release(1_000);
    }
  }

  @Test
  void a_driver_that_was_never_started_can_be_closed() {
    driver.close();
    assertThat(claims.taken()).isZero();
  }

  private Driver driver(Driver.Round round) {
    return DriverFixture.driver("bot", claims, lifeline, round, time);
  }

  private Duration round(Held held) {
    begun.add(held);
    over.acquireUninterruptibly();
    switch (trouble.get()) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      default -> throw new AssertionError("no such trouble");
    }
    return TILL_WOKEN;
  }

  private Held begun() throws InterruptedException {
    return Optional.ofNullable(begun.poll(10, TimeUnit.SECONDS)).orElseThrow();
  }

  private Held nextRound() throws InterruptedException {
    over.release();
    driver.wake();
    return begun();
  }

  /** Until it has asked for the claim this many times more, and been refused. */
  private void wakeUntilAsked(int times) {
    int asked = claims.taken();
    while (claims.taken() < asked + times) {
      driver.wake();
      Thread.onSpinWait();
    }
  }
}
