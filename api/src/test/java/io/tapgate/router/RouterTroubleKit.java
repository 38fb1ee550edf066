package io.tapgate.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.TunnelAddress;
import io.tapgate.connection.SessionId;
import io.tapgate.router.RouterAtHand.Listed;
import io.tapgate.router.routeros.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everything a router may do to us, and what every door promises then. Nothing that was cut, late
 * or refused is ever taken for a reading: never "no session", never "stands in no list".
 */
@Timeout(60)
public abstract class RouterTroubleKit extends RouterKit {
  /** By when whoever asked a hasty door has heard, on a busy machine as well. */
  private static final Duration BOUND = Duration.ofSeconds(20);

  /** Doors that, once they are open, wait well under a second for anything. */
  protected abstract RouterDoors hastyDoors();

  /** Doors that wait no longer than that to be let in either. */
  protected abstract RouterDoors curtDoors();

  @Test
  void a_closed_door_says_silent() {
    door.close();
    door.close();
    assertThat(door.isOpen()).isFalse();
    assertThatThrownBy(() -> door.clear(FOUR)).isInstanceOf(RouterTrouble.Silent.class);
  }

  /** What can be asked of a door. */
  enum Order {
    LOOK,
    DENY,
    PERMIT,
    CLEAR,
    DROP,
    BAN,
    PARDON;

    void give(RouterDoor door, SessionId session) {
      switch (this) {
        case LOOK -> door.look(FOUR);
        case DENY -> door.deny(FOUR);
        case PERMIT -> door.permit(FOUR, LEASE);
        case CLEAR -> door.clear(FOUR);
        case DROP -> door.drop(session);
        case BAN -> door.ban(CallerAddress.parse(CALLER), Optional.of(LEASE));
        case PARDON -> door.pardon(CallerAddress.parse(CALLER));
      }
    }
  }

  /** What a router may do to us, and what everybody who asks it just then must be told. */
  enum Trouble {
    IS_DOWN(RouterTrouble.Silent.class),
    IS_SILENT(RouterTrouble.Silent.class),
    OBEYS_AND_SAYS_NOTHING(RouterTrouble.Silent.class),
    LOSES_ITS_LINES(RouterTrouble.Silent.class),
    BREAKS_OFF(RouterTrouble.Silent.class),
    IS_FAR_TOO_SLOW(RouterTrouble.Silent.class),
    LETS_NOBODY_IN(RouterTrouble.Silent.class),
    ENDS_THE_LINE(RouterTrouble.Silent.class),
    REBOOTS(RouterTrouble.Silent.class),
    REFUSES_EVERYTHING(RouterTrouble.Refused.class);

    private final Class<? extends RouterTrouble> told;

    Trouble(Class<? extends RouterTrouble> told) {
      this.told = told;
    }

    void befalls(RouterAtHand hand) {
      switch (this) {
        case IS_DOWN -> hand.goesDown();
        case IS_SILENT -> hand.fallsSilent();
        case OBEYS_AND_SAYS_NOTHING -> hand.answersNothing();
        case LOSES_ITS_LINES -> hand.losesItsLines();
        case BREAKS_OFF -> hand.breaksOffAfter(0);
        case IS_FAR_TOO_SLOW -> hand.answersLater(Duration.ofSeconds(60));
        case LETS_NOBODY_IN -> hand.letsNobodyIn();
        case ENDS_THE_LINE -> hand.endsTheLine();
        case REBOOTS -> hand.reboots();
        case REFUSES_EVERYTHING -> hand.refuses();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everybody_who_asks_a_router_in_trouble_is_told_so_in_bounded_time(Trouble trouble)
      throws Exception {
    SessionId session = hand.comesUp("alice", CALLER, FOUR);
    // Who is told no is answered: a haste of ours must not come in between.
    RouterDoors doors = trouble == Trouble.REFUSES_EVERYTHING ? doors() : hastyDoors();
    try (RouterDoor asked = doors.open(hand.router())) {
      trouble.befalls(hand);
      long begun = System.nanoTime();
      atOnce(
          Stream.of(Order.values())
              .<Runnable>map(order ->
                  () ->
                      assertThatThrownBy(() -> order.give(asked, session))
                          .as("asked to %s", order)
                          .isInstanceOf(trouble.told))
              .toList());
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUSES_EVERYTHING")
  void a_door_that_was_silent_in_trouble_stays_shut_and_another_one_opens_after_it(
      Trouble trouble) {
    hand.comesUp("alice", CALLER, FOUR);
    try (RouterDoor hasty = hastyDoors().open(hand.router())) {
      trouble.befalls(hand);
      assertThatThrownBy(() -> hasty.permit(FOUR, LEASE)).isInstanceOf(RouterTrouble.Silent.class);
      Eventually.holds(() -> !hasty.isOpen());
      hand.comesBack();
      assertThat(hasty.isOpen()).isFalse();
      assertThatThrownBy(() -> hasty.look(FOUR)).isInstanceOf(RouterTrouble.Silent.class);
    }
    try (RouterDoor again = doors().open(hand.router())) {
      again.permit(FOUR, LEASE);
    }
    thatIn("PERMIT", "10.8.0.5").containsExactly(ours(LEASE));
    thatIn("DENY", "10.8.0.5").isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REFUSES_EVERYTHING")
  void a_knock_finds_out_about_any_trouble_and_the_door_falls_shut(Trouble trouble) {
    try (RouterDoor hasty = hastyDoors().open(hand.router())) {
      hasty.knock();
      trouble.befalls(hand);
      assertThatThrownBy(hasty::knock).isInstanceOf(RouterTrouble.Silent.class);
      Eventually.holds(() -> !hasty.isOpen());
    }
  }

  @Test
  void a_no_to_a_knock_is_a_sign_of_life() {
    hand.refuses();
    door.knock();
    assertThat(door.isOpen()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"IS_DOWN", "IS_SILENT", "OBEYS_AND_SAYS_NOTHING", "IS_FAR_TOO_SLOW"})
  void no_door_opens_to_a_router_that_does_not_answer(Trouble trouble) {
    trouble.befalls(hand);
    long begun = System.nanoTime();
    assertThatThrownBy(() -> curtDoors().open(hand.router()))
        .isInstanceOf(RouterTrouble.Silent.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
  }

  @Test
  void a_router_that_lets_nobody_in_says_no_and_its_own_words_are_passed_on() {
    hand.letsNobodyIn();
    assertThatThrownBy(() -> doors().open(hand.router()))
        .isInstanceOf(RouterTrouble.Refused.class)
        .hasMessageContaining("user name or password");
  }

  @Test
  void lines_that_are_lost_keep_nobody_from_calling_anew() {
    SessionId session = hand.comesUp("alice", CALLER, FOUR);
    hand.losesItsLines();
    try (RouterDoor fresh = doors().open(hand.router())) {
      assertThat(fresh.look(FOUR).sessions()).extracting(Session::id).containsExactly(session);
    }
  }

  /** Wherever the answer breaks off: never "no session", never "stands in no list". */
  @Test
  void a_reading_cut_anywhere_is_no_reading() {
    hand.comesUp("alice", CALLER, FOUR);
    Sight whole = door.look(FOUR);
    assertThat(whole.sessions()).hasSize(1);
    assertThat(whole.denied()).isTrue();
    int cuts = 0;
    for (Optional<Sight> seen = seenWithACutAfter(cuts);
        !seen.equals(Optional.of(whole));
        seen = seenWithACutAfter(cuts)) {
      assertThat(seen).isEmpty();
      cuts++;
    }
    assertThat(cuts).isGreaterThanOrEqualTo(4);
  }

  private Optional<Sight> seenWithACutAfter(int replies) {
    hand.breaksOffAfter(replies);
    try (RouterDoor cut = doors().open(hand.router())) {
      return Optional.of(cut.look(FOUR));
    } catch (RouterTrouble.Silent _) {
      return Optional.empty();
    }
  }

  /** What was cut short anywhere may be half done; done again, it is as if done once. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LOOK")
  void an_order_cut_anywhere_is_not_taken_for_done_and_can_be_given_again(Order order) {
    SessionId session = hand.comesUp("alice", CALLER, FOUR);
    door.ban(CallerAddress.parse(CALLER), EVER);
    door.permit(FOUR, LEASE);
    hand.getsThrough(session);
    int cuts = 0;
    while (!isDoneWithACutAfter(cuts, order, session)) {
      cuts++;
    }
    assertThat(cuts).isPositive();
    hand.comesBack();
    isDone(order, session);
  }

  private boolean isDoneWithACutAfter(int replies, Order order, SessionId session) {
    hand.breaksOffAfter(replies);
    try (RouterDoor cut = doors().open(hand.router())) {
      order.give(cut, session);
      return true;
    } catch (RouterTrouble.Silent _) {
      return false;
    }
  }

  private void isDone(Order order, SessionId session) {
    switch (order) {
      case LOOK -> {}
      case DENY -> {
        thatIn("PERMIT", "10.8.0.5").isEmpty();
        thatIn("DENY", "10.8.0.5").hasSize(1);
      }
      case PERMIT -> thatIn("PERMIT", "10.8.0.5").containsExactly(ours(LEASE));
      case CLEAR -> {
        thatIn("PERMIT", "10.8.0.5").isEmpty();
        thatIn("DENY", "10.8.0.5").isEmpty();
      }
      case DROP -> assertThat(hand.isUp(session)).isFalse();
      case BAN -> thatIn("BAN", CALLER).containsExactly(ours(LEASE));
      case PARDON -> thatIn("BAN", CALLER).isEmpty();
    }
  }

  @Test
  void what_a_router_did_without_a_word_is_found_done_and_not_done_twice() {
    hand.comesUp("alice", CALLER, FOUR);
    for (int i = 0; i < 3; i++) {
      try (RouterDoor hasty = hastyDoors().open(hand.router())) {
        hand.answersNothing();
        assertThatThrownBy(() -> hasty.permit(FOUR, LEASE))
            .isInstanceOf(RouterTrouble.Silent.class);
      }
      hand.comesBack();
    }
    try (RouterDoor again = doors().open(hand.router())) {
      again.permit(FOUR, LEASE);
    }
    thatIn("PERMIT", "10.8.0.5").containsExactly(ours(LEASE));
    thatIn("DENY", "10.8.0.5").isEmpty();
  }

  @Test
  void a_router_that_says_no_to_everything_changes_nothing_and_is_spoken_to_further() {
    hand.comesUp("alice", CALLER, FOUR);
    List<Listed> denied = hand.entries("DENY", "10.8.0.5");
    hand.refuses();
    assertThatThrownBy(() -> door.permit(FOUR, LEASE))
        .isInstanceOf(RouterTrouble.Refused.class)
        .hasMessageContaining("permissions");
    thatIn("PERMIT", "10.8.0.5").isEmpty();
    thatIn("DENY", "10.8.0.5").isEqualTo(denied);
    hand.comesBack();
    door.permit(FOUR, LEASE);
    thatIn("PERMIT", "10.8.0.5").containsExactly(ours(LEASE));
  }

  /** A no is no reading either: never "no session", never "stands in no list". */
  @ParameterizedTest
  @EnumSource
  void who_may_not_read_sees_nothing_and_does_nothing(Order order) {
    SessionId session = hand.comesUp("alice", CALLER, FOUR);
    hand.refuses(RouterAtHand.Deed.READ);
    assertThatThrownBy(() -> order.give(door, session)).isInstanceOf(RouterTrouble.Refused.class);
    assertThat(door.isOpen()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"DENY", "PERMIT", "BAN"})
  void who_may_not_add_is_told_so(Order order) {
    SessionId session = hand.comesUp("alice", CALLER, LIKE_FOUR);
    hand.refuses(RouterAtHand.Deed.ADD);
    assertThatThrownBy(() -> order.give(door, session)).isInstanceOf(RouterTrouble.Refused.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"DENY", "PERMIT", "CLEAR", "DROP", "PARDON"})
  void who_may_not_remove_is_told_so(Order order) {
    SessionId session = hand.comesUp("alice", CALLER, FOUR);
    door.ban(CallerAddress.parse(CALLER), EVER);
    if (order != Order.PERMIT) {
      door.permit(FOUR, LEASE);
      hand.getsThrough(session);
    }
    hand.refuses(RouterAtHand.Deed.REMOVE);
    assertThatThrownBy(() -> order.give(door, session)).isInstanceOf(RouterTrouble.Refused.class);
  }

  @Test
  void who_may_not_change_cannot_renew_and_is_told_so() {
    door.permit(FOUR, LEASE);
    hand.timePasses(Duration.ofMinutes(5));
    hand.refuses(RouterAtHand.Deed.CHANGE);
    assertThatThrownBy(() -> door.permit(FOUR, LEASE)).isInstanceOf(RouterTrouble.Refused.class);
    thatIn("PERMIT", "10.8.0.5").containsExactly(ours(LEASE.minusMinutes(5)));
  }

  /** One after the other they would take twice as long. */
  @Test
  void a_slow_router_is_waited_for_and_nobody_waits_for_another_s_answer() throws Exception {
    Duration delay = Duration.ofMillis(400);
    List<Runnable> looks = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      TunnelAddress address = TunnelAddress.parse("10.8.1." + i);
      hand.comesUp("alice", CALLER, address);
      looks.add(() -> assertThat(door.look(address).sessions()).hasSize(1));
    }
    hand.answersLater(delay);
    long begun = System.nanoTime();
    atOnce(looks);
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isBetween(delay, delay.multipliedBy(15));
  }

  @Test
  void after_a_reboot_nobody_is_up_and_no_lease_stands() {
    hand.comesUp("alice", CALLER, FOUR);
    door.permit(FOUR, LEASE);
    hand.reboots();
    assertThatThrownBy(() -> door.look(FOUR)).isInstanceOf(RouterTrouble.Silent.class);
    try (RouterDoor again = doors().open(hand.router())) {
      assertThat(again.look(FOUR)).isEqualTo(new Sight(List.of(), false, false));
    }
  }
}
