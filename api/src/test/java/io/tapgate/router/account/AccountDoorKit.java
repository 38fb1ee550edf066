package io.tapgate.router.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.address.TunnelAddress;
import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.connection.SessionId;
import io.tapgate.router.RouterAtHand;
import io.tapgate.router.RouterAtHand.Kept;
import io.tapgate.router.RouterTrouble;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every door to a router's accounts keeps, whatever make the router is. A make's own tests
 * extend this with a router at hand.
 */
@Timeout(60)
public abstract class AccountDoorKit {
  private static final AccountName ALICE = new AccountName("alice");
  private static final String CALLER = "203.0.113.7";
  private static final TunnelAddress FOUR = TunnelAddress.parse("10.8.0.5");
  private static final TunnelAddress FIVE = TunnelAddress.parse("10.8.0.6");
  private static final AccountPassword PASSWORD = new AccountPassword("abcdef-ghjkmn");
  private static final AccountPassword OTHER = new AccountPassword("uvwxyz-pqrstu");
  private static final NewAccount WANTED = wanted(PASSWORD);

  private RouterAtHand hand;
  private AccountDoor door;

  protected abstract RouterAtHand freshRouter();

  /** Doors that wait well under a second for an answer. */
  protected abstract AccountDoors hastyDoors();

  @BeforeEach
  void open() {
    hand = freshRouter();
    door = hastyDoors().openAccounts(hand.router());
  }

  @AfterEach
  void close() {
    door.close();
    hand.close();
  }

  private static NewAccount wanted(AccountPassword password) {
    return new NewAccount(
        ALICE,
        "default-encryption",
        Vpn.L2TP,
        AccountComment.ours(Optional.of(new ChatId(5)), Optional.of("second floor")),
        password);
  }

  private Kept kept() {
    assertThat(hand.accounts("alice")).hasSize(1);
    return hand.accounts("alice").getFirst();
  }

  @Test
  void every_account_is_listed_and_no_password_is() {
    hand.addsAccount("alice", "very secret", "from the office chat=4000000007 floor 3", false);
    hand.addsAccount("bob", "very secret", "tapgate", true);
    assertThat(door.all())
        .containsExactly(
            new Account(
                "alice",
                "default",
                "any",
                false,
                new AccountComment("from the office chat=4000000007 floor 3"),
                Optional.empty()),
            new Account(
                "bob", "default", "any", true, new AccountComment("tapgate"), Optional.empty()));
    assertThat(door.all().toString()).doesNotContain("very secret");
    assertThat(door.find(ALICE)).contains(door.all().getFirst());
    assertThat(door.find(new AccountName("ali"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20 18:03:00, 2026-11-20 18:03:00",
    "nov/20/2026 18:03:00, nov/20/2026 18:03:00",
    "1970-01-01 00:00:00,",
    "jan/01/1970 00:00:00,"
  })
  void when_it_was_last_in_use_is_as_the_router_writes_it(String written, String read) {
    hand.addsAccount("alice", "x", "tapgate", false);
    hand.wasIn("alice", written);
    assertThat(door.all().getFirst().lastLoggedOut()).isEqualTo(Optional.ofNullable(read));
  }

  @Test
  void a_router_without_accounts_lists_none() {
    assertThat(door.all()).isEmpty();
  }

  @Test
  void a_name_and_a_comment_with_anything_in_them_change_no_reading() {
    hand.addsAccount("bob\n=disabled=true", "x", "a\r\n=comment=tapgate\n!done", false);
    Account odd = door.all().getFirst();
    assertThat(odd.name()).isEqualTo("bob\n=disabled=true");
    assertThat(odd.isOurs()).isFalse();
    assertThat(odd.disabled()).isFalse();
  }

  @Test
  void profiles_are_listed_with_whether_they_are_behind_the_gate() {
    hand.addsProfile("vpn", true);
    hand.addsProfile("friends", false);
    assertThat(door.profiles())
        .contains(
            new AccountProfile("default", false),
            new AccountProfile("vpn", true),
            new AccountProfile("friends", false));
  }

  @Test
  void an_account_is_added_as_it_was_told() {
    AccountOutcome added = door.add(WANTED);

    assertThat(added).isInstanceOf(AccountOutcome.Done.class);
    assertThat(kept())
        .isEqualTo(
            new Kept(
                "alice",
                PASSWORD.value(),
                "default-encryption",
                "l2tp",
                "tapgate chat=5 second floor",
                false));
    assertThat(door.find(ALICE).orElseThrow().comment().chat()).contains(new ChatId(5));
  }

  @Test
  void a_name_that_is_taken_is_not_added_again() {
    hand.addsAccount("alice", "hers", "", false);
    assertThat(door.add(WANTED)).isEqualTo(new AccountOutcome.Taken(ALICE, false));
    assertThat(kept().password()).isEqualTo("hers");
  }

  @Test
  void what_nobody_heard_the_end_of_is_settled_and_stands_once() {
    AccountOutcome _ = door.add(WANTED);
    assertThat(door.settle(wanted(OTHER))).isInstanceOf(AccountOutcome.Done.class);
    assertThat(kept().password()).isEqualTo(OTHER.value());
  }

  @Test
  void what_never_arrived_is_added_when_it_is_settled() {
    assertThat(door.settle(WANTED)).isInstanceOf(AccountOutcome.Done.class);
    assertThat(kept().password()).isEqualTo(PASSWORD.value());
  }

  @Test
  void another_one_of_the_same_name_is_not_settled_for() {
    hand.addsAccount("alice", "hers", "tapgate chat=6", false);
    assertThat(door.settle(WANTED)).isEqualTo(new AccountOutcome.Taken(ALICE, true));
    assertThat(kept().password()).isEqualTo("hers");
  }

  @Test
  void another_password_is_set_and_who_is_in_stays() {
    AccountOutcome _ = door.add(WANTED);
    SessionId session = hand.comesUp("alice", CALLER, FOUR);
    assertThat(door.renew(ALICE, OTHER)).isInstanceOf(AccountOutcome.Done.class);
    assertThat(kept().password()).isEqualTo(OTHER.value());
    assertThat(hand.isUp(session)).isTrue();
  }

  @Test
  void a_disabled_account_drops_its_sessions_and_nobody_elses() {
    AccountOutcome _ = door.add(WANTED);
    SessionId one = hand.comesUp("alice", CALLER, FOUR);
    SessionId other = hand.comesUp("alice", CALLER, FIVE);
    SessionId bobs = hand.comesUp("bob", CALLER, TunnelAddress.parse("10.8.0.7"));

    for (int i = 0; i < 2; i++) {
      assertThat(door.disable(ALICE))
          .isInstanceOfSatisfying(
              AccountOutcome.Done.class, done -> assertThat(done.account().disabled()).isTrue());
    }

    assertThat(kept().disabled()).isTrue();
    assertThat(hand.isUp(one)).isFalse();
    assertThat(hand.isUp(other)).isFalse();
    assertThat(hand.isUp(bobs)).isTrue();
  }

  /** Cut after it was disabled, the next try finds nothing to disable, and drops all the same. */
  @Test
  void who_is_in_with_a_disabled_account_is_dropped_by_disabling_it_again() {
    hand.addsAccount("alice", "x", "tapgate", false);
    SessionId session = hand.comesUp("alice", CALLER, FOUR);
    hand.disablesAccount("alice");
    AccountOutcome _ = door.disable(ALICE);
    assertThat(hand.isUp(session)).isFalse();
  }

  @Test
  void an_account_is_enabled_again() {
    hand.addsAccount("alice", "x", "tapgate", true);
    for (int i = 0; i < 2; i++) {
      assertThat(door.enable(ALICE)).isInstanceOf(AccountOutcome.Done.class);
      assertThat(kept().disabled()).isFalse();
    }
  }

  @Test
  void an_account_is_removed_with_its_sessions() {
    AccountOutcome _ = door.add(WANTED);
    SessionId session = hand.comesUp("alice", CALLER, FOUR);
    assertThat(door.remove(ALICE)).isEqualTo(new AccountOutcome.Gone());
    assertThat(hand.accounts("alice")).isEmpty();
    assertThat(hand.isUp(session)).isFalse();
    assertThat(door.remove(ALICE)).isEqualTo(new AccountOutcome.Unknown(ALICE));
  }

  @Test
  void what_is_not_ours_is_never_touched() {
    for (String comment : List.of("", "chat=5", "tapgates", "not tapgate")) {
      hand.addsAccount("alice" + comment, "hers", comment, false);
      AccountName name = new AccountName("alice" + comment);
      AccountOutcome refused = new AccountOutcome.NotOurs(name);
      SessionId session = hand.comesUp(name.value(), CALLER, FOUR);

      assertThat(door.disable(name)).isEqualTo(refused);
      assertThat(door.enable(name)).isEqualTo(refused);
      assertThat(door.renew(name, OTHER)).isEqualTo(refused);
      assertThat(door.remove(name)).isEqualTo(refused);

      assertThat(hand.isUp(session)).isTrue();
      assertThat(hand.accounts(name.value()))
          .containsExactly(new Kept(name.value(), "hers", "default", "any", comment, false));
    }
  }

  @Test
  void what_is_not_there_is_unknown() {
    AccountOutcome unknown = new AccountOutcome.Unknown(ALICE);
    assertThat(door.disable(ALICE)).isEqualTo(unknown);
    assertThat(door.enable(ALICE)).isEqualTo(unknown);
    assertThat(door.renew(ALICE, OTHER)).isEqualTo(unknown);
    assertThat(door.remove(ALICE)).isEqualTo(unknown);
  }

  @Test
  void a_user_without_the_rights_is_told_so() {
    hand.addsAccount("bob", "x", "tapgate", false);
    hand.refuses();
    AccountName bob = new AccountName("bob");
    List<Consumer<AccountDoor>> orders =
        List.of(
            AccountDoor::all,
            AccountDoor::profiles,
            one -> one.add(WANTED),
            one -> one.disable(bob),
            one -> one.remove(bob));
    for (Consumer<AccountDoor> order : orders) {
      assertThatThrownBy(() -> order.accept(door))
          .isInstanceOf(RouterTrouble.Refused.class)
          .hasMessageContaining("not enough permissions")
          .hasMessageContaining("api, read and write");
    }
  }

  @Test
  void a_router_that_answers_nothing_is_silent_and_the_account_can_be_settled() {
    hand.answersNothing();
    assertThatThrownBy(() -> door.add(WANTED)).isInstanceOf(RouterTrouble.Silent.class);
    hand.comesBack();

    try (AccountDoor next = hastyDoors().openAccounts(hand.router())) {
      assertThat(next.settle(wanted(OTHER))).isInstanceOf(AccountOutcome.Done.class);
    }
    assertThat(kept().password()).isEqualTo(OTHER.value());
  }

  /** What a router may do to us. */
  enum Trouble {
    IS_SILENT,
    OBEYS_AND_SAYS_NOTHING,
    LOSES_ITS_LINES,
    BREAKS_OFF,
    ENDS_THE_LINE,
    IS_DOWN;

    void befalls(RouterAtHand hand) {
      switch (this) {
        case IS_SILENT -> hand.fallsSilent();
        case OBEYS_AND_SAYS_NOTHING -> hand.answersNothing();
        case LOSES_ITS_LINES -> hand.losesItsLines();
        case BREAKS_OFF -> hand.breaksOffAfter(0);
        case ENDS_THE_LINE -> hand.endsTheLine();
        case IS_DOWN -> hand.goesDown();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void whatever_is_cut_short_is_silence_and_never_an_answer(Trouble trouble) {
    hand.addsAccount("bob", "x", "tapgate", false);
    AccountName bob = new AccountName("bob");
    List<Consumer<AccountDoor>> orders =
        List.of(
            AccountDoor::all,
            AccountDoor::profiles,
            one -> one.find(bob),
            one -> one.settle(WANTED),
            one -> one.renew(bob, OTHER),
            one -> one.enable(bob),
            one -> one.disable(bob),
            one -> one.remove(bob));
    for (Consumer<AccountDoor> order : orders) {
      try (AccountDoor fresh = hastyDoors().openAccounts(hand.router())) {
        trouble.befalls(hand);
        assertThatThrownBy(() -> order.accept(fresh)).isInstanceOf(RouterTrouble.Silent.class);
      }
      hand.comesBack();
    }
  }

  @Test
  void a_closed_door_says_silent() {
    door.close();
    assertThatThrownBy(() -> door.all()).isInstanceOf(RouterTrouble.Silent.class);
  }
}
