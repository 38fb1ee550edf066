package io.tapgate.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.address.CallerAddress;
import io.tapgate.connection.RouterId;
import io.tapgate.driving.Held;
import io.tapgate.driving.HeldFixture;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Who is kept out at a router, and who waits for whom. */
class BarringTest {
  private static final CallerAddress CALLER = CallerAddress.parse("203.0.113.7");
  private static final CallerAddress ADMIN = CallerAddress.parse("192.0.2.9");

  private final EnforcingStage stage = new EnforcingStage("192.0.2.0/24");
  private final RouterInMemory router = stage.router;
  private final Held claim = HeldFixture.held("router 3");

  @Test
  void an_address_that_became_one_never_to_be_locked_out_is_pardoned() {
    router.banned(ADMIN);
    stage.entries.enter(stage.client(1), RouterFixture.ID, ADMIN);
    stage.barring.bar(RouterFixture.ID, ADMIN, router, claim);
    assertThat(router.bans(ADMIN)).isFalse();
    assertThat(stage.entries.owed(RouterFixture.ID, 10)).isEmpty();
  }

  @Test
  void a_former_driver_neither_bans_nor_pardons() {
    stage.entries.enter(stage.client(1), RouterFixture.ID, CALLER);
    assertThatThrownBy(
            () -> stage.barring.bar(RouterFixture.ID, CALLER, router, HeldFixture.runOut("mine")))
        .isInstanceOf(RouterTrouble.Refused.class);
    assertThat(router.said()).isEmpty();
    assertThat(stage.entries.owed(RouterFixture.ID, 10)).containsExactly(CALLER);
  }

  @Test
  void a_router_that_does_not_answer_holds_up_no_ban_at_another() {
    stage.entries.enter(stage.client(1), RouterFixture.ID, CALLER);
    RouterInMemory ill = new RouterInMemory();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answers = new CountDownLatch(1);
    ill.beforeEachAnswer(() -> {
      asked.countDown();
      wait(answers);
    });
    CompletableFuture<Void> there = bar(new RouterId(4), ill);
    wait(asked);
    try {
      assertThat(bar(RouterFixture.ID, router)).succeedsWithin(Duration.ofSeconds(3));
      assertThat(router.bans(CALLER)).isTrue();
      assertThat(there).isNotDone();
    } finally {
      answers.countDown();
    }
  }

  private CompletableFuture<Void> bar(RouterId id, RouterInMemory at) {
    return CompletableFuture.runAsync(
        () -> stage.barring.bar(id, CALLER, at, claim), Thread::startVirtualThread);
  }

  private static void wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
