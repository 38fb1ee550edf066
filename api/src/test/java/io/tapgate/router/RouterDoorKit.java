package io.tapgate.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.Network;
import io.tapgate.address.TunnelAddress;
import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.connection.SessionId;
import io.tapgate.router.RouterAtHand.Listed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every door keeps, whatever make its router is. A make's own tests extend this with a router
 * at hand.
 */
@Timeout(60)
public abstract class RouterDoorKit extends RouterKit {

  // Looking.

  @ParameterizedTest
  @ValueSource(strings = {"10.8.0.5", "2001:db8::5"})
  void a_client_is_seen_with_its_session_and_its_lists(String text) {
    TunnelAddress address = TunnelAddress.parse(text);
    SessionId id = hand.comesUp("alice", CALLER, address);
    hand.timePasses(Duration.ofSeconds(90));
    assertThat(door.look(address))
        .isEqualTo(
            new Sight(
                List.of(new Session(id, "alice", address, CALLER, "l2tp", Duration.ofSeconds(90))),
                true,
                false));
    door.permit(address, LEASE);
    assertThat(door.look(address).permitted()).isTrue();
    assertThat(door.look(address).denied()).isFalse();
  }

  @Test
  void an_address_that_nobody_has_is_seen_empty() {
    hand.comesUp("alice", CALLER, LIKE_FOUR);
    assertThat(door.look(FOUR)).isEqualTo(new Sight(List.of(), false, false));
  }

  @Test
  void a_disabled_entry_denies_and_permits_nobody() {
    hand.adds("DENY", "10.8.0.5", "tapgate", EVER, true);
    hand.adds("PERMIT", "10.8.0.5", "tapgate", EVER, true);
    assertThat(door.look(FOUR)).isEqualTo(new Sight(List.of(), false, false));
  }

  @Test
  void a_name_and_a_comment_with_anything_in_them_change_no_reading() {
    String odd = "bob\n=address=10.8.0.9\r\n!done\n=x";
    hand.comesUp(odd, "02:00:5E:10:00:01", FOUR);
    hand.adds("PERMIT", "10.8.0.50", "tapgate\n=address=10.8.0.5", EVER, false);
    Sight sight = door.look(FOUR);
    assertThat(sight.sessions().getFirst().name()).isEqualTo(odd);
    assertThat(sight.permitted()).isFalse();
  }

  // Surveying.

  @Test
  void a_router_is_seen_whole() {
    TunnelAddress six = TunnelAddress.parse("2001:db8::5");
    SessionId id = hand.comesUp("alice", CALLER, FOUR);
    hand.timePasses(Duration.ofSeconds(90));
    hand.adds("PERMIT", "10.8.0.9", "", EVER, false);
    hand.adds("PERMIT", "2001:db8::5", "tapgate", EVER, false);
    hand.adds("DENY", "10.8.0.10", "mine", EVER, false);
    hand.adds("BAN", "203.0.113.9", "tapgate", EVER, false);
    hand.adds("BAN", "203.0.113.10", "mine", EVER, false);
    hand.adds("SOMETHING", "10.8.0.11", "tapgate", EVER, false);

    Overview seen = door.survey();

    assertThat(seen.sessions())
        .containsExactly(new Session(id, "alice", FOUR, CALLER, "l2tp", Duration.ofSeconds(90)));
    assertThat(seen.gated()).containsExactly(FOUR);
    TunnelAddress ten = TunnelAddress.parse("10.8.0.10");
    assertThat(seen.denied()).isEqualTo(new Overview.Roll<>(Set.of(FOUR, ten), Set.of(FOUR)));
    assertThat(seen.permitted())
        .isEqualTo(new Overview.Roll<>(Set.of(TunnelAddress.parse("10.8.0.9"), six), Set.of(six)));
    CallerAddress ours = CallerAddress.parse("203.0.113.9");
    assertThat(seen.banned())
        .isEqualTo(
            new Overview.Roll<>(Set.of(ours, CallerAddress.parse("203.0.113.10")), Set.of(ours)));
    assertThat(seen.strangers()).isEmpty();
  }

  @Test
  void what_is_disabled_stands_in_no_list() {
    hand.adds("PERMIT", "10.8.0.9", "tapgate", EVER, true);
    hand.adds("PERMIT", "10.8.1.0/24", "", EVER, true);
    Overview seen = door.survey();
    assertThat(seen.permitted().all()).isEmpty();
    assertThat(seen.strangers()).isEmpty();
  }

  @Test
  void a_network_or_a_name_in_PERMIT_goes_and_single_addresses_stay() {
    hand.adds("PERMIT", "10.8.1.0/24", "", EVER, false);
    hand.adds("PERMIT", "2001:db8::/64", "", EVER, false);
    hand.adds("PERMIT", "10.8.0.9", "", EVER, false);
    hand.adds("DENY", "10.8.2.0/24", "", EVER, false);
    assertThat(door.survey().strangers()).containsExactlyInAnyOrder("10.8.1.0/24", "2001:db8::/64");

    door.clearStrangers();

    assertThat(door.survey().strangers()).isEmpty();
    thatIn("PERMIT", "10.8.0.9").hasSize(1);
    thatIn("DENY", "10.8.2.0/24").hasSize(1);
  }

  @Test
  void ten_thousand_entries_and_two_thousand_sessions_are_read_with_five_commands() {
    for (int i = 0; i < 2_000; i++) {
      hand.comesUp(
          "person" + i, CALLER, TunnelAddress.parse("10.8." + i / 250 + "." + (1 + i % 250)));
    }
    for (int i = 0; i < 8_000; i++) {
      hand.adds("BAN", "203.0." + i / 250 + "." + (1 + i % 250), "tapgate", EVER, false);
    }
    int before = hand.commands();

    Overview seen = door.survey();

    assertThat(hand.commands() - before).isEqualTo(5);
    assertThat(seen.sessions()).hasSize(2_000);
    assertThat(seen.gated()).hasSize(2_000);
    assertThat(seen.denied().ours()).hasSize(2_000);
    assertThat(seen.banned().ours()).hasSize(8_000);
  }

  // Notes.

  @Test
  void the_chats_that_accounts_have_in_their_comments_are_read() {
    hand.addsAccount("alice", "secret", "tapgate chat=42 second floor", false);
    hand.addsAccount("boris", "secret", "chat=-100", false);
    hand.addsAccount("zoë \"quoted\"", "secret", "chat=43", true);
    assertThat(door.chats())
        .isEqualTo(
            Map.of(
                new AccountName("alice"), new ChatId(42),
                new AccountName("zoë \"quoted\""), new ChatId(43)));
  }

  // Letting through.

  @Test
  void the_sandbox_lets_through_what_it_is_told_and_the_admins_own_stays() {
    Network here = Network.parse("198.18.40.0/22");
    Network earlier = Network.parse("198.18.44.0/22");
    Network admins = Network.parse("198.51.100.0/24");
    hand.adds("tapgate-telegram", "198.18.44.0/22", "tapgate", EVER, false);
    hand.adds("tapgate-telegram", "198.51.100.0/24", "mine", EVER, false);

    door.letThrough(Set.of(here), Set.of(earlier, admins));
    door.letThrough(Set.of(here), Set.of(earlier, admins));

    Overview.Roll<Network> through = door.survey().postOffice();
    assertThat(through.ours()).contains(here).doesNotContain(earlier, admins);
    assertThat(through.all()).contains(here, admins).doesNotContain(earlier);
    thatIn("tapgate-telegram", "198.18.40.0/22").hasSize(1);
  }

  @Test
  void what_an_admin_disabled_in_the_sandbox_is_neither_missed_nor_doubled() {
    Network here = Network.parse("198.18.40.0/22");
    hand.adds("tapgate-telegram", "198.18.40.0/22", "tapgate", EVER, true);
    assertThat(door.survey().postOffice().all()).contains(here);
    door.letThrough(Set.of(here), Set.of());
    thatIn("tapgate-telegram", "198.18.40.0/22").hasSize(1);
  }

  // Permitting.

  @ParameterizedTest
  @ValueSource(strings = {"10.8.0.5", "2001:db8::5"})
  void a_permit_moves_the_address_from_deny_to_permit_for_a_lease(String text) {
    TunnelAddress address = TunnelAddress.parse(text);
    hand.comesUp("alice", CALLER, address);
    door.permit(address, LEASE);
    thatIn("DENY", text).isEmpty();
    thatIn("PERMIT", text).containsExactly(ours(LEASE));
  }

  @Test
  void a_permit_repeated_renews_the_lease() {
    door.permit(FOUR, LEASE);
    hand.timePasses(Duration.ofMinutes(5));
    door.permit(FOUR, LEASE);
    thatIn("PERMIT", "10.8.0.5").containsExactly(ours(LEASE));
  }

  @Test
  void a_permit_also_shortens_a_lease() {
    door.permit(FOUR, LEASE);
    door.permit(FOUR, Duration.ofSeconds(60));
    thatIn("PERMIT", "10.8.0.5").containsExactly(ours(Duration.ofSeconds(60)));
  }

  @Test
  void a_lease_runs_out_by_itself_and_can_be_given_again() {
    door.permit(FOUR, Duration.ofSeconds(2));
    hand.timePasses(Duration.ofSeconds(3));
    assertThat(door.look(FOUR).permitted()).isFalse();
    door.permit(FOUR, LEASE);
    thatIn("PERMIT", "10.8.0.5").containsExactly(ours(LEASE));
  }

  @Test
  void a_permit_without_an_end_becomes_a_lease() {
    hand.adds("PERMIT", "10.8.0.5", "somebody", EVER, false);
    door.permit(FOUR, LEASE);
    thatIn("PERMIT", "10.8.0.5").containsExactly(ours(LEASE));
  }

  @Test
  void a_disabled_permit_becomes_a_lease() {
    hand.adds("PERMIT", "10.8.0.5", "", Optional.of(LEASE), true);
    door.permit(FOUR, LEASE);
    thatIn("PERMIT", "10.8.0.5").containsExactly(ours(LEASE));
  }

  @Test
  void the_admin_s_own_denial_stands_and_nothing_is_permitted() {
    hand.adds("DENY", "10.8.0.5", "on holiday", EVER, false);
    assertThatThrownBy(() -> door.permit(FOUR, LEASE))
        .isInstanceOf(RouterTrouble.Refused.class)
        .hasMessageContaining("admin")
        .hasMessageContaining("10.8.0.5");
    thatIn("DENY", "10.8.0.5").containsExactly(new Listed(EVER, "on holiday", false));
    thatIn("PERMIT", "10.8.0.5").isEmpty();
  }

  @Test
  void a_denial_that_the_admin_disabled_is_in_nobody_s_way() {
    hand.adds("DENY", "10.8.0.5", "on holiday", EVER, true);
    door.permit(FOUR, LEASE);
    assertThat(door.look(FOUR)).isEqualTo(new Sight(List.of(), false, true));
    thatIn("DENY", "10.8.0.5").containsExactly(new Listed(EVER, "on holiday", true));
  }

  @Test
  void a_permit_touches_no_other_address() {
    hand.comesUp("alice", CALLER, FOUR);
    hand.comesUp("bob", CALLER, LIKE_FOUR);
    door.permit(FOUR, LEASE);
    assertThat(door.look(LIKE_FOUR).denied()).isTrue();
    thatIn("PERMIT", "10.8.0.50").isEmpty();
  }

  @Test
  void thirty_two_addresses_are_permitted_and_cleared_at_once() throws Exception {
    List<TunnelAddress> all = new ArrayList<>();
    for (int i = 1; i <= 32; i++) {
      all.add(TunnelAddress.parse("10.8.1." + i));
    }
    all.forEach(one -> hand.comesUp("client", CALLER, one));
    atOnce(all.stream().<Runnable>map(one -> () -> door.permit(one, LEASE)).toList());
    assertThat(all).allMatch(one -> door.look(one).permitted() && !door.look(one).denied());
    atOnce(all.stream().<Runnable>map(one -> () -> door.clear(one)).toList());
    assertThat(all).noneMatch(one -> door.look(one).permitted() || door.look(one).denied());
  }

  @Test
  void the_same_address_permitted_many_times_at_once_stands_there_once() throws Exception {
    hand.comesUp("alice", CALLER, FOUR);
    List<Runnable> same = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      same.add(() -> door.permit(FOUR, LEASE));
    }
    atOnce(same);
    thatIn("PERMIT", "10.8.0.5").containsExactly(ours(LEASE));
    thatIn("DENY", "10.8.0.5").isEmpty();
  }

  // Denying, clearing, cutting.

  @ParameterizedTest
  @ValueSource(strings = {"10.8.0.5", "2001:db8::5"})
  void a_denial_takes_the_permit_away_and_cuts(String text) {
    TunnelAddress address = TunnelAddress.parse(text);
    SessionId session = hand.comesUp("alice", CALLER, address);
    door.permit(address, LEASE);
    assertThat(hand.getsThrough(session)).isTrue();
    door.deny(address);
    assertThat(door.look(address).denied()).isTrue();
    thatIn("PERMIT", text).isEmpty();
    assertThat(hand.connections(address)).isZero();
    assertThat(hand.getsThrough(session)).isFalse();
  }

  @Test
  void a_denial_repeated_leaves_one_entry() {
    door.deny(FOUR);
    List<Listed> once = hand.entries("DENY", "10.8.0.5");
    door.deny(FOUR);
    thatIn("DENY", "10.8.0.5").isEqualTo(once).hasSize(1);
    assertThat(once.getFirst().comment()).startsWith("tapgate");
  }

  @Test
  void the_admin_s_own_denial_serves_as_well() {
    hand.adds("DENY", "10.8.0.5", "", EVER, false);
    door.deny(FOUR);
    thatIn("DENY", "10.8.0.5").containsExactly(new Listed(EVER, "", false));
  }

  @Test
  void a_denial_that_the_admin_disabled_cannot_be_made_good() {
    hand.adds("DENY", "10.8.0.5", "", EVER, true);
    hand.adds("PERMIT", "10.8.0.5", "tapgate", Optional.of(LEASE), false);
    assertThatThrownBy(() -> door.deny(FOUR))
        .isInstanceOf(RouterTrouble.Refused.class)
        .hasMessageContaining("disabled");
    thatIn("DENY", "10.8.0.5").containsExactly(new Listed(EVER, "", true));
    thatIn("PERMIT", "10.8.0.5").isEmpty();
  }

  @Test
  void our_own_disabled_denial_is_put_right() {
    hand.adds("DENY", "10.8.0.5", "tapgate", EVER, true);
    door.deny(FOUR);
    assertThat(door.look(FOUR).denied()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.8.0.5", "2001:db8::5"})
  void a_cleared_address_stands_nowhere_and_is_cut(String text) {
    TunnelAddress address = TunnelAddress.parse(text);
    hand.comesUp("alice", CALLER, address);
    door.permit(address, LEASE);
    hand.adds("DENY", text, "tapgate", EVER, false);
    door.clear(address);
    door.clear(address);
    thatIn("DENY", text).isEmpty();
    thatIn("PERMIT", text).isEmpty();
    assertThat(hand.connections(address)).isZero();
  }

  @Test
  void clearing_takes_every_permit_and_leaves_the_admin_s_denial() {
    hand.adds("PERMIT", "10.8.0.5", "the admin's", EVER, false);
    hand.adds("DENY", "10.8.0.5", "the admin's", EVER, false);
    door.clear(FOUR);
    thatIn("PERMIT", "10.8.0.5").isEmpty();
    thatIn("DENY", "10.8.0.5").hasSize(1);
  }

  @Test
  void clearing_cuts_this_address_s_connections_and_no_others() {
    SessionId alice = hand.comesUp("alice", CALLER, FOUR);
    SessionId bob = hand.comesUp("bob", CALLER, LIKE_FOUR);
    door.permit(FOUR, LEASE);
    door.permit(LIKE_FOUR, LEASE);
    for (int i = 0; i < 250; i++) {
      hand.getsThrough(alice);
    }
    hand.getsThrough(bob);
    int others = hand.connections(LIKE_FOUR);
    door.clear(FOUR);
    door.clear(FOUR);
    assertThat(hand.connections(FOUR)).isZero();
    assertThat(hand.connections(LIKE_FOUR)).isGreaterThanOrEqualTo(others);
  }

  // Dropping.

  @Test
  void a_dropped_session_is_gone_and_the_client_s_other_one_is_not() {
    SessionId first = hand.comesUp("alice", CALLER, FOUR);
    SessionId second = hand.comesUp("alice", CALLER, LIKE_FOUR);
    door.drop(first);
    door.drop(first);
    assertThat(hand.isUp(first)).isFalse();
    assertThat(hand.isUp(second)).isTrue();
  }

  @Test
  void dropping_a_session_spares_the_one_that_came_after_it() {
    SessionId first = hand.comesUp("alice", CALLER, FOUR);
    SessionId second = hand.redials(first);
    door.drop(first);
    assertThat(hand.isUp(second)).isTrue();
    assertThat(door.look(FOUR).sessions()).extracting(Session::id).containsExactly(second);
  }

  // Banning.

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.7", "2001:db8:f::7"})
  void a_ban_lasts_its_span_and_is_renewed_when_repeated(String text) {
    CallerAddress caller = CallerAddress.parse(text);
    door.ban(caller, Optional.of(Duration.ofHours(2)));
    hand.timePasses(Duration.ofHours(1));
    door.ban(caller, Optional.of(Duration.ofHours(2)));
    thatIn("BAN", text).containsExactly(ours(Duration.ofHours(2)));
    hand.timePasses(Duration.ofHours(3));
    thatIn("BAN", text).isEmpty();
  }

  @Test
  void a_ban_without_span_stays_until_it_is_taken_out() {
    CallerAddress caller = CallerAddress.parse(CALLER);
    door.ban(caller, EVER);
    door.ban(caller, EVER);
    hand.timePasses(Duration.ofDays(1000));
    thatIn("BAN", CALLER).containsExactly(new Listed(EVER, "tapgate", false));
    door.pardon(caller);
    door.pardon(caller);
    thatIn("BAN", CALLER).isEmpty();
  }

  @Test
  void a_ban_changes_between_a_span_and_for_ever() {
    CallerAddress caller = CallerAddress.parse(CALLER);
    door.ban(caller, Optional.of(LEASE));
    door.ban(caller, EVER);
    thatIn("BAN", CALLER).containsExactly(new Listed(EVER, "tapgate", false));
    door.ban(caller, Optional.of(LEASE));
    thatIn("BAN", CALLER).containsExactly(ours(LEASE));
  }

  @Test
  void a_ban_longer_than_the_router_can_count_is_as_long_as_it_can() {
    door.ban(CallerAddress.parse(CALLER), Optional.of(Duration.ofDays(3650)));
    assertThat(hand.entries("BAN", CALLER).getFirst().left().orElseThrow())
        .isGreaterThan(Duration.ofDays(200));
  }

  @Test
  void the_admin_s_own_ban_serves_as_well_and_is_not_pardoned() {
    CallerAddress caller = CallerAddress.parse(CALLER);
    hand.adds("BAN", CALLER, "a bot", EVER, false);
    door.ban(caller, Optional.of(LEASE));
    door.pardon(caller);
    thatIn("BAN", CALLER).containsExactly(new Listed(EVER, "a bot", false));
  }

  @Test
  void a_ban_that_the_admin_disabled_is_said_to_be_in_the_way() {
    hand.adds("BAN", CALLER, "a friend", EVER, true);
    assertThatThrownBy(() -> door.ban(CallerAddress.parse(CALLER), Optional.of(LEASE)))
        .isInstanceOf(RouterTrouble.Refused.class)
        .hasMessageContaining("disabled");
  }

  @Test
  void a_comment_that_only_begins_like_ours_is_the_admin_s() {
    hand.adds("DENY", "10.8.0.5", "tapgate must never let him in", EVER, false);
    hand.adds("BAN", CALLER, "tapgate's colleague banned this", EVER, false);
    door.clear(FOUR);
    door.pardon(CallerAddress.parse(CALLER));
    thatIn("DENY", "10.8.0.5").hasSize(1);
    thatIn("BAN", CALLER).hasSize(1);
  }

  // Among many, and beside others.

  @Test
  void among_five_thousand_others_one_address_moves_and_no_other() {
    for (int i = 0; i < 5_000; i++) {
      String other = "10.9." + i / 250 + "." + i % 250;
      hand.adds(i % 2 == 0 ? "DENY" : "PERMIT", other, "tapgate", Optional.of(LEASE), false);
    }
    hand.comesUp("alice", CALLER, FOUR);
    door.permit(FOUR, LEASE);
    assertThat(door.look(FOUR).permitted()).isTrue();
    assertThat(hand.count("DENY")).isEqualTo(2_500);
    door.deny(FOUR);
    assertThat(door.look(FOUR).denied()).isTrue();
    assertThat(hand.count("PERMIT")).isEqualTo(2_500);
    door.clear(FOUR);
    assertThat(hand.count("DENY") + hand.count("PERMIT")).isEqualTo(5_000);
  }

  @Test
  void two_doors_that_do_the_same_at_once_both_find_it_done() throws Exception {
    CallerAddress caller = CallerAddress.parse(CALLER);
    try (RouterDoor other = doors().open(hand.router())) {
      for (int round = 0; round < 10; round++) {
        SessionId session = hand.comesUp("alice", CALLER, FOUR);
        both(other, one -> one.permit(FOUR, LEASE));
        thatIn("PERMIT", "10.8.0.5").containsExactly(ours(LEASE));
        thatIn("DENY", "10.8.0.5").isEmpty();
        both(other, one -> one.deny(FOUR));
        assertThat(door.look(FOUR).permitted()).isFalse();
        thatIn("DENY", "10.8.0.5").hasSize(1);
        both(other, one -> one.drop(session));
        assertThat(hand.isUp(session)).isFalse();
        both(other, one -> one.clear(FOUR));
        assertThat(door.look(FOUR)).isEqualTo(new Sight(List.of(), false, false));
        both(other, one -> one.ban(caller, Optional.of(LEASE)));
        thatIn("BAN", CALLER).containsExactly(ours(LEASE));
        both(other, one -> one.pardon(caller));
        thatIn("BAN", CALLER).isEmpty();
      }
    }
  }

  /** They may get into each other's way until one is refused; but no two are done at odds. */
  @Test
  void of_a_denial_and_a_permit_at_once_one_comes_last() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    int rounds = 100;
    try (RouterDoor other = doors().open(hand.router())) {
      for (int round = 0; round < rounds; round++) {
        int before = refused.get();
        atOnce(
            List.of(
                () -> refusedOrDone(() -> door.deny(FOUR), refused),
                () -> refusedOrDone(() -> other.permit(FOUR, LEASE), refused)));
        int lists =
            hand.entries("DENY", "10.8.0.5").size() + hand.entries("PERMIT", "10.8.0.5").size();
        assertThat(lists == 1 || refused.get() > before).as("in %s lists", lists).isTrue();
      }
    }
    assertThat(refused.get()).isLessThan(rounds);
  }

  private static void refusedOrDone(Runnable work, AtomicInteger refused) {
    try {
      work.run();
    } catch (RouterTrouble.Refused _) {
      refused.incrementAndGet();
    }
  }

  private void both(RouterDoor other, Consumer<RouterDoor> work) throws Exception {
    atOnce(List.of(() -> work.accept(door), () -> work.accept(other)));
  }
}
