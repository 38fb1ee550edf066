package io.tapgate.router.routeros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.address.TunnelAddress;
import io.tapgate.router.RouterDoor;
import io.tapgate.router.RouterTrouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Why we speak for ourselves: what me.legrange:mikrotik 3.0.8 makes of things that happen to every
 * router, and what ours makes of the same.
 */
@Timeout(60)
class LegrangeFaultsTest {
  private static final String LISTS = "/ip/firewall/address-list/print";
  private static final String IDENTITY = "/system/identity/print";
  private static final TunnelAddress ADDRESS = TunnelAddress.parse("10.8.0.5");
  private static final Duration BRIEF = Duration.ofMillis(500);
  private static final int THREADS = 8;
  private static final int EACH = 50;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().factory());

  /** Theirs spins when it is cut off; once it is closed, nothing of it may be left. */
  @AfterEach
  void nothing_of_theirs_runs_on() {
    threads.shutdownNow();
    Eventually.holds(Legrange::isGone);
  }

  @Test
  void a_comment_of_two_lines_makes_theirs_read_another_list() throws Exception {
    try (PretendRouterAtHand hand = PretendRouterAtHand.blank("7.12");
        Legrange theirs = Legrange.at(hand.router().port(), Duration.ofSeconds(20));
        RouterDoor ours = new RouterosDoors().open(hand.router())) {
      hand.adds("LUNCH", "10.8.0.5", "back at one\n=list=PERMIT", Optional.empty(), false);

      assertThat(theirs.says(LISTS).getFirst()).containsEntry("list", "PERMIT");
      assertThat(ours.look(ADDRESS).permitted()).isFalse();
    }
  }

  @Test
  void nothing_found_on_a_router_since_7_18_ends_theirs_for_good() throws Exception {
    try (PretendRouterAtHand hand = PretendRouterAtHand.blank("7.22");
        Legrange theirs = Legrange.at(hand.router().port(), BRIEF);
        RouterDoor ours = new RouterosDoors().open(hand.router())) {
      assertThatThrownBy(() -> theirs.says(LISTS)).hasMessageContaining("timed out");
      assertThatThrownBy(() -> theirs.says(IDENTITY)).hasMessageContaining("timed out");
      assertThat(theirs.believesItIsConnected()).isTrue();
      assertThat(ours.look(ADDRESS).sessions()).isEmpty();
      assertThat(ours.isOpen()).isTrue();
    }
  }

  @Test
  void who_waits_when_the_line_is_cut_is_told_by_ours_and_not_by_theirs() throws Exception {
    try (ScriptedRouter router = ScriptedRouter.afterLogin(ScriptedRouter.Caller::hears);
        Legrange theirs = Legrange.at(router.port(), BRIEF);
        Conversation ours = router.conversation(Limits.usual())) {
      Command print = Command.of(IDENTITY);

      assertThatThrownBy(() -> theirs.says(IDENTITY)).hasMessageContaining("timed out");
      assertThat(theirs.believesItIsConnected()).isTrue();
      assertThatThrownBy(() -> ours.ask(print))
          .isInstanceOf(RouterTrouble.Silent.class)
          .hasMessageContaining("hung up");
      assertThat(ours.isOpen()).isFalse();
    }
  }

  @Test
  void eight_threads_garble_each_other_s_sentences_over_theirs_and_not_over_ours()
      throws Exception {
    try (PretendRouterAtHand hand = PretendRouterAtHand.blank("7.12");
        Legrange theirs = Legrange.at(hand.router().port(), BRIEF);
        RouterDoor ours = new RouterosDoors().open(hand.router())) {
      assertThat(atOnce(() -> theirs.says(IDENTITY).size() == 1)).isLessThan(THREADS * EACH);
      assertThat(atOnce(() -> ours.look(ADDRESS).sessions().isEmpty())).isEqualTo(THREADS * EACH);
    }
  }

  /** How many of the commands were answered right. A thread gives up at its first failure. */
  private int atOnce(Callable<Boolean> command) throws Exception {
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      all.add(threads.submit(() -> answered(command)));
    }
    int right = 0;
    for (Future<Integer> one : all) {
      right += one.get(40, TimeUnit.SECONDS);
    }
    return right;
  }

  private static int answered(Callable<Boolean> command) {
    for (int i = 0; i < EACH; i++) {
      try {
        if (!command.call()) {
          return i;
        }
      } catch (Exception _) {
        return i;
      }
    }
    return EACH;
  }
}
