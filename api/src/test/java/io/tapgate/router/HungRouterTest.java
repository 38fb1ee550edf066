package io.tapgate.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.address.CallerAddress;
import io.tapgate.driving.HeldFixture;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.router.routeros.Eventually;
import io.tapgate.router.routeros.Limits;
import io.tapgate.router.routeros.RouterosDoors;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A router that is gone while nothing is said to it, and whose line shows nothing of that. */
@Timeout(60)
class HungRouterTest {
  private static final CallerAddress CALLER = CallerAddress.parse("203.0.113.7");
  private static final Duration BRIEF = Duration.ofMillis(500);
  private static final Duration KNOCKS = Duration.ofSeconds(15);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final EnforcingStage stage = new EnforcingStage();
  private final PretendRouter router =
      PretendRouter.start(
          RouterSettings.usual().withHooks(URI.create("http://127.0.0.1:1"), "nobody-listens"));
  private final AtomicLong now = new AtomicLong();
  private final Doorway doorway =
      new Doorway(
          reached(),
          new RouterosDoors(new Limits(BRIEF, BRIEF, BRIEF, BRIEF, BRIEF, BRIEF, 64)),
          now::get,
          () -> {},
          _ -> {});
  private final RouterRounds rounds =
      new RouterRounds(
          reached(),
          doorway,
          stage.connections,
          stage.entries,
          stage.enforcing,
          stage.barring,
          stage.patrolAtRest(),
          stage.announced,
          () -> {},
          new Appetite(System::nanoTime));

  @BeforeEach
  void somebody_is_kept_out() {
    opens();
    stage.entries.enter(stage.client(1), RouterFixture.ID, CALLER);
    round();
    Eventually.holds(() -> router.view().bans(CALLER.toString()) && rounds.isIdle());
  }

  @AfterEach
  void close() {
    doorway.close();
    router.close();
  }

  @Test
  void a_router_that_hangs_is_noticed_though_its_line_stands() {
    router.silent();
    pass(KNOCKS.minusNanos(1));
    round();
    assertThat(doorway.condition()).isEqualTo(new Condition.Open());
    pass(Duration.ofNanos(1));
    round();
    Eventually.holds(() -> doorway.condition() instanceof Condition.Closed);
    assertThat(doorway.condition().toString()).contains("did not answer");
  }

  @Test
  void bans_that_a_power_cut_took_are_back_though_nobody_told_of_it() {
    router.powerCycle();
    assertThat(router.view().bans(CALLER.toString())).isFalse();
    pass(KNOCKS);
    round();
    Eventually.holds(() -> doorway.condition() instanceof Condition.Closed);
    round();
    pass(LONGEST_PAUSE);
    opens();
    round();
    Eventually.holds(() -> router.view().bans(CALLER.toString()));
  }

  @Test
  void a_router_that_answers_is_left_alone() {
    pass(KNOCKS);
    round();
    Eventually.holds(
        () -> router.commands().getLast().words().getFirst().equals("/system/identity/print"));
    Eventually.holds(() -> {
      pass(KNOCKS);
      round();
      return knocks() > 2;
    });
    assertThat(doorway.condition()).isEqualTo(new Condition.Open());
    assertThat(router.callers()).isEqualTo(1);
  }

  private long knocks() {
    return router.commands().stream()
        .filter(heard -> heard.words().getFirst().equals("/system/identity/print"))
        .count();
  }

  private void opens() {
    doorway.door();
    Eventually.holds(() -> doorway.condition() instanceof Condition.Open);
  }

  private void round() {
    rounds.drive(HeldFixture.held("router 3"));
  }

  private void pass(Duration span) {
    now.addAndGet(span.toNanos());
  }

  private Router reached() {
    return new Router(
        RouterFixture.ID,
        "office",
        "127.0.0.1",
        router.port(),
        new Router.Login("tapgate", "tapgate"),
        new Trust.Plain(),
        new Router.ListNames("DENY", "PERMIT", "BAN"));
  }
}
