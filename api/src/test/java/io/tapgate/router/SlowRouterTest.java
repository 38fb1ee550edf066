package io.tapgate.router;

import static io.tapgate.connection.ConnectionFixture.connection;
import static io.tapgate.router.SessionFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.connection.Connection;
import io.tapgate.driving.ClaimsInMemory;
import io.tapgate.driving.Driver;
import io.tapgate.driving.DriverFixture;
import io.tapgate.driving.HandStopwatch;
import io.tapgate.driving.LifelineInMemory;
import io.tapgate.router.routeros.Eventually;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One try takes longer than a claim runs. Nobody sleeps: time goes by with each answer. */
@Timeout(30)
class SlowRouterTest {
  private static final Duration ONE_ANSWER = Duration.ofSeconds(2);

  private final EnforcingStage stage = new EnforcingStage();
  private final long alice = stage.clients.meet("alice", 42).id().value();
  private final HandStopwatch time = new HandStopwatch();
  private final AtomicInteger made = new AtomicInteger();
  private final Doorway doorway =
      new Doorway(
          RouterFixture.router(), _ -> stage.router, () -> 0, () -> {}, _ -> {}, Runnable::run);
  private final RouterRounds rounds =
      new RouterRounds(
          RouterFixture.router(),
          doorway,
          stage.connections,
          stage.entries,
          stage.enforcing,
          stage.barring,
          stage.patrolAtRest(),
          stage.announced,
          () -> {},
          new Appetite(() -> 0));
  private final Driver driver =
      DriverFixture.driver(
          "router 3",
          new ClaimsInMemory(),
          new LifelineInMemory(),
          claim -> {
            Duration rest = rounds.drive(claim);
            made.incrementAndGet();
            return rest;
          },
          time);

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void a_router_that_takes_two_seconds_to_answer_lets_a_confirmed_client_in_at_the_first_try() {
    stage.router.lists(session("*1").build()).beforeEachAnswer(this::pass);
    driver.start();
    nextRound();
    time.pass(ONE_ANSWER);
    Connection owed = stage.owes(connection().of(alice).confirmed());
    driver.wake();
    Eventually.holds(() -> stage.connection(owed.id()).isEnforced());
    assertThat(stage.router.permits(owed.dial().tunnel())).isPresent();
    assertThat(stage.connections.putOff()).isEmpty();
  }

  private void pass() {
    time.pass(ONE_ANSWER);
    nextRound();
  }

  /** One that began after this was called. */
  private void nextRound() {
    int before = made.get();
    Eventually.holds(() -> {
      driver.wake();
      return made.get() >= before + 2;
    });
  }
}
