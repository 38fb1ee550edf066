package io.tapgate.router;

import static io.tapgate.connection.ConnectionFixture.connection;
import static io.tapgate.router.SessionFixture.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.TunnelAddress;
import io.tapgate.connection.Connection;
import io.tapgate.driving.Claim;
import io.tapgate.driving.Heard;
import io.tapgate.driving.Held;
import io.tapgate.driving.HeldFixture;
import io.tapgate.router.routeros.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RouterRoundsTest {
  private static final TunnelAddress ADDRESS = TunnelAddress.parse("10.9.0.5");
  private static final CallerAddress CALLER = CallerAddress.parse("203.0.113.7");

  private final EnforcingStage stage = new EnforcingStage();
  private final RouterInMemory router = stage.router;
  private final long alice = stage.clients.meet("alice", 42).id().value();
  private final AtomicInteger wakes = new AtomicInteger();
  private final AtomicReference<RouterDoor> behind = new AtomicReference<>(router);
  private final AtomicLong now = new AtomicLong();
  private final AtomicReference<@Nullable Error> limit = new AtomicReference<>();
  private final Doorway doorway =
      new Doorway(RouterFixture.router(), _ -> behind.get(), now::get, () -> {}, _ -> {});
  private final Appetite appetite = new Appetite(now::get);
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
          wakes::incrementAndGet,
          appetite,
          this::startUnlessAtTheLimit);

  @BeforeEach
  void a_door_is_open() {
    doorway.door();
    Eventually.holds(() -> doorway.condition() instanceof Condition.Open);
  }

  @Test
  void everything_owed_is_made_so_and_the_driver_woken() {
    router.lists(session("*1").build());
    Connection owed = stage.owes(connection().of(alice).confirmed());
    stage.entries.enter(stage.client(alice), RouterFixture.ID, CALLER);
    round();
    Eventually.holds(() -> wakes.get() == 2);
    assertThat(stage.connection(owed.id()).isEnforced()).isTrue();
    assertThat(router.bans(CALLER)).isTrue();
  }

  @Test
  void another_routers_connections_are_left_to_it() {
    stage.owes(connection().of(alice).through(4).id(2).on("10.9.0.6"));
    stage.owes(connection().of(alice).ended());
    round();
    Eventually.holds(() -> wakes.get() == 1);
    assertThat(router.said()).noneMatch(order -> order.contains("10.9.0.6"));
  }

  @Test
  void two_tries_never_pull_at_one_address() {
    router.lists(session("*1").build());
    stage.owes(connection().of(alice).confirmed());
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    router.whilePermitting(() -> {
      begun.countDown();
      wait(goOn);
    });
    round();
    wait(begun);
    round();
    round();
    goOn.countDown();
    Eventually.holds(() -> wakes.get() == 1);
    assertThat(router.said()).filteredOn(order -> order.startsWith("permit")).hasSize(1);
  }

  @Test
  void a_try_that_fails_is_announced_and_put_off() {
    router.fallSilent();
    Connection owed = stage.owes(connection().of(alice).confirmed());
    stage.entries.enter(stage.client(alice), RouterFixture.ID, CALLER);
    round();
    Eventually.holds(() -> wakes.get() == 2);
    assertThat(stage.connections.putOff()).containsExactly(owed.id());
    assertThat(stage.entries.putOff()).containsExactly(CALLER);
    assertThat(stage.announced.events(RouterFailed.class)).hasSize(2);
  }

  @Test
  void a_try_that_cannot_be_put_off_ends_in_a_line_and_waits_for_the_next_sweep() {
    router.fallSilent();
    stage.connections.becomeReadOnly();
    stage.entries.becomeReadOnly();
    stage.owes(connection().of(alice).confirmed());
    stage.entries.enter(stage.client(alice), RouterFixture.ID, CALLER);
    try (Heard log = Heard.of(RouterRounds.class)) {
      round();
      Eventually.holds(() -> log.lines().size() == 4 && rounds.isIdle());
      assertThat(log.lines()).filteredOn(line -> line.contains("could not be put off")).hasSize(2);
      assertThat(log.lines()).noneMatch(line -> line.contains("\n"));
      assertThat(log.stacks()).isEmpty();
      assertThat(wakes).hasValue(0);
      round();
      Eventually.holds(() -> log.lines().size() == 8 && rounds.isIdle());
    }
  }

  /** As after a commit whose answer was lost: the row says that nothing is owed any more. */
  @Test
  void a_try_that_could_not_be_put_off_is_put_off_once_it_can_be_written() {
    router.fallSilent();
    stage.connections.becomeReadOnly();
    Connection owed = stage.owes(connection().of(alice).confirmed());
    round();
    Eventually.holds(rounds::isIdle);
    assertThat(stage.connections.putOff()).isEmpty();
    stage.connections.becomeWritable();
    stage.connections.enforced(owed, new Claim("router", "here", 1), Optional.empty());
    round();
    assertThat(stage.connections.putOff()).containsExactly(owed.id());
    round();
    assertThat(stage.connections.putOff()).hasSize(1);
  }

  @Test
  void a_try_whose_claim_ran_out_does_nothing_and_wakes_nobody() {
    router.lists(session("*1").build());
    Connection owed = stage.owes(connection().of(alice).confirmed());
    round(HeldFixture.runOut("router 3"));
    Eventually.holds(rounds::isIdle);
    assertThat(router.said()).containsExactly("look 10.9.0.5");
    assertThat(wakes).hasValue(0);
    assertThatOwed(owed);
  }

  @Test
  void a_try_whose_claim_ends_meanwhile_is_owed_to_whoever_drives_by_now() {
    router.lists(session("*1").build());
    Connection owed = stage.owes(connection().of(alice).confirmed());
    Held claim = HeldFixture.held("router 3");
    router.whilePermitting(() -> HeldFixture.lose(claim));
    round(claim);
    Eventually.holds(rounds::isIdle);
    assertThat(wakes).hasValue(0);
    assertThatOwed(owed);
  }

  @Test
  void a_ban_during_which_the_claim_ends_is_owed_to_whoever_drives_by_now() {
    stage.entries.enter(stage.client(alice), RouterFixture.ID, CALLER);
    Held claim = HeldFixture.held("router 3");
    router.beforeEachAnswer(() -> HeldFixture.lose(claim));
    round(claim);
    Eventually.holds(rounds::isIdle);
    assertThat(router.bans(CALLER)).isTrue();
    assertThat(wakes).hasValue(0);
    assertThat(stage.entries.owed(RouterFixture.ID, 10)).containsExactly(CALLER);
  }

  /** Its outcome could not be written, and by the time it can be, another node drives. */
  @Test
  void what_could_not_be_written_is_handed_over_once_it_can_be() {
    router.fallSilent();
    stage.connections.becomeReadOnly();
    Connection owed = stage.owes(connection().of(alice).confirmed());
    round();
    Eventually.holds(rounds::isIdle);
    rounds.leave();
    stage.connections.becomeWritable();
    stage.connections.enforced(owed, new Claim("router 3", "there", 2), Optional.empty());
    rounds.leave();
    assertThatOwed(owed);
    stage.connections.enforced(owed, new Claim("router 3", "there", 2), Optional.empty());
    rounds.leave();
    assertThat(stage.connections.owed(RouterFixture.ID, 10)).isEmpty();
  }

  private void assertThatOwed(Connection one) {
    assertThat(stage.connections.owed(RouterFixture.ID, 10))
        .extracting(Connection::id)
        .containsExactly(one.id());
  }

  @Test
  void a_router_that_falls_silent_is_given_less_at_once() {
    router.fallSilent();
    stage.owes(connection().of(alice).confirmed());
    round();
    Eventually.holds(() -> wakes.get() == 1);
    assertThat(rounds.sideBySide()).isEqualTo(32);
  }

  @Test
  void no_more_tries_are_under_way_than_it_has_an_appetite_for() {
    loseAppetiteDownTo(2);
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(2);
    router.whilePermitting(() -> {
      begun.countDown();
      wait(goOn);
    });
    List<Session> up = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      up.add(session("*" + i).on("10.9.0." + i).build());
      stage.owes(connection().of(alice).id(i).on("10.9.0." + i).confirmed());
    }
    router.lists(up.toArray(Session[]::new));
    round();
    wait(begun);
    round();
    assertThat(router.said()).filteredOn(order -> order.startsWith("look")).hasSize(2);
    goOn.countDown();
    Eventually.holds(() -> wakes.get() == 2);
    round();
    Eventually.holds(() -> wakes.get() == 5);
    assertThat(rounds.sideBySide()).isEqualTo(7);
  }

  @Test
  void a_try_that_could_not_be_started_is_started_in_the_next_round() {
    router.lists(session("*1").build());
    Connection owed = stage.owes(connection().of(alice).confirmed());
    limit.set(new OutOfMemoryError("on purpose"));
    assertThatThrownBy(this::round).isInstanceOf(OutOfMemoryError.class);
    assertThat(rounds.isIdle()).isTrue();
    limit.set(null);
    round();
    Eventually.holds(() -> stage.connection(owed.id()).isEnforced());
  }

  private void startUnlessAtTheLimit(Runnable attempt) {
    if (limit.get() != null) {
      throw limit.get();
    }
    Thread.startVirtualThread(attempt);
  }

  private void loseAppetiteDownTo(int size) {
    while (appetite.size() > size) {
      appetite.silent(appetite.begin());
    }
  }

  @Test
  void without_a_door_nothing_is_tried() {
    stage.owes(connection().of(alice).confirmed());
    router.close();
    round();
    assertThat(router.permits(ADDRESS)).isEmpty();
    assertThat(wakes).hasValue(0);
  }

  @Test
  void a_ban_that_is_over_is_taken_out() {
    stage.entries.enter(stage.client(alice), RouterFixture.ID, CALLER);
    round();
    Eventually.holds(() -> router.bans(CALLER) && wakes.get() == 1);
    stage.entries.freeAll();
    round();
    Eventually.holds(() -> wakes.get() == 2);
    assertThat(router.bans(CALLER)).isFalse();
  }

  @Test
  void behind_a_door_that_opened_anew_everything_is_looked_at_again() {
    router.lists(session("*1").build());
    Connection confirmed = stage.owes(connection().of(alice).confirmed());
    stage.entries.enter(stage.client(alice), RouterFixture.ID, CALLER);
    round();
    Eventually.holds(() -> wakes.get() == 2);
    RouterInMemory rebooted = new RouterInMemory().lists(session("*1").build());
    behind.set(rebooted);
    router.close();
    round();
    now.set(60_000_000_000L);
    a_door_is_open();
    round();

    Eventually.holds(() -> rebooted.bans(CALLER) && rebooted.permits(ADDRESS).isPresent());
    assertThat(stage.connection(confirmed.id()).isEnforced()).isTrue();
  }

  @Test
  void behind_the_same_door_nothing_is_looked_at_again() {
    router.lists(session("*1").build());
    stage.owes(connection().of(alice).confirmed());
    round();
    Eventually.holds(() -> wakes.get() == 1);
    round();
    assertThat(rounds.isIdle()).isTrue();
    assertThat(router.said()).filteredOn(order -> order.startsWith("permit")).hasSize(1);
  }

  private void round() {
    round(HeldFixture.held("router 3"));
  }

  private void round(Held claim) {
    rounds.drive(claim);
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
