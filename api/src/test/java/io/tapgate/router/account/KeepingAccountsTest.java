package io.tapgate.router.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.audit.By;
import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.client.Client;
import io.tapgate.client.ClientsInMemory;
import io.tapgate.client.Profile;
import io.tapgate.client.RollInMemory;
import io.tapgate.connection.Announced;
import io.tapgate.connection.RouterId;
import io.tapgate.router.RouterFixture;
import io.tapgate.router.RouterRecordsInMemory;
import io.tapgate.router.RoutersInMemory;
import io.tapgate.router.account.AccountChanged.What;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an admin wants of accounts, and what becomes of it when the router is not listening. */
class KeepingAccountsTest {
  private static final RouterId OFFICE = new RouterId(1);
  private static final AccountName ALICE = new AccountName("alice");
  private static final ChatId CHAT = new ChatId(5);
  private static final By BY = By.person(7);
  private static final Duration PATIENCE = Duration.ofSeconds(24);

  private final AccountsInMemory there = new AccountsInMemory();
  private final RoutersInMemory routers = new RoutersInMemory();
  private final ClientsInMemory clients = new ClientsInMemory();
  private final RollInMemory roll = new RollInMemory(clients);
  private final Announced announced = new Announced();
  private long nanos;
  private final KeepingAccounts keeping =
      new KeepingAccounts(
          new Visiting(routers, new RouterRecordsInMemory(), there, () -> nanos, PATIENCE),
          new Introducing(clients, roll.enrolling(announced)),
          announced);

  @BeforeEach
  void aRouter() {
    routers.are(RouterFixture.settings().router(OFFICE));
    there.profiles.addAll(
        List.of(
            new AccountProfile("default", false),
            new AccountProfile("vpn", true),
            new AccountProfile("friends", false)));
  }

  private static WantedAccount alice(Optional<ChatId> chat) {
    return new WantedAccount(
        ALICE, Optional.empty(), Vpn.ANY, chat, Optional.empty(), Optional.of("of the house"));
  }

  private static WantedAccount profiled(String profile) {
    return new WantedAccount(
        ALICE, Optional.of(profile), Vpn.ANY, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private AccountOutcome.DoneWithPassword created(WantedAccount wanted) {
    return (AccountOutcome.DoneWithPassword) keeping.create(OFFICE, wanted, BY);
  }

  @Test
  void an_account_stands_behind_the_gate_and_its_client_is_on_record() {
    AccountOutcome.DoneWithPassword done = created(alice(Optional.of(CHAT)));

    assertThat(done.account().profile()).isEqualTo("vpn");
    assertThat(done.account().comment().text()).isEqualTo("tapgate chat=5");
    assertThat(there.passwords).containsEntry("alice", done.password());
    Client client = clients.named("alice").orElseThrow();
    assertThat(client.chat()).contains(CHAT);
    assertThat(roll.profile(client.id()).flatMap(Profile::note)).contains("of the house");
    assertThat(announced.events())
        .contains(new AccountChanged(OFFICE, ALICE, What.CREATED, BY, true));
  }

  @Test
  void the_comment_names_the_chat_that_is_known() {
    clients.meet("alice", 9);
    assertThat(created(alice(Optional.empty())).account().comment().text())
        .isEqualTo("tapgate chat=9");
  }

  @Test
  void a_client_without_a_chat_gets_the_one_that_is_named() {
    AccountOutcome.DoneWithPassword without = created(alice(Optional.empty()));
    assertThat(without.account().comment().text()).isEqualTo("tapgate");
    AccountOutcome _ = keeping.remove(OFFICE, ALICE, BY);

    assertThat(created(alice(Optional.of(CHAT))).account().comment().chat()).contains(CHAT);
    assertThat(clients.named("alice").flatMap(Client::chat)).contains(CHAT);
  }

  @Test
  void a_client_that_is_asked_elsewhere_stays_so_and_gets_no_account() {
    clients.meet("alice", 9);
    assertThat(keeping.create(OFFICE, alice(Optional.of(CHAT)), BY))
        .isEqualTo(new AccountOutcome.OtherChat(ALICE, new ChatId(9)));
    assertThat(there.opened()).isZero();
    assertThat(clients.named("alice").flatMap(Client::chat)).contains(new ChatId(9));
  }

  @Test
  void a_name_that_is_taken_stays_whose_it_is() {
    there.has("alice", "hers");
    assertThat(keeping.create(OFFICE, alice(Optional.empty()), BY))
        .isEqualTo(new AccountOutcome.Taken(ALICE, false));
    there.has("alice", "tapgate");
    assertThat(keeping.create(OFFICE, alice(Optional.empty()), BY))
        .isEqualTo(new AccountOutcome.Taken(ALICE, true));
    assertThat(there.passwords).isEmpty();
  }

  @Test
  void a_profile_that_is_named_must_be_there() {
    assertThat(created(profiled("friends")).account().profile()).isEqualTo("friends");
    assertThat(keeping.remove(OFFICE, ALICE, BY)).isEqualTo(new AccountOutcome.Gone());
    assertThat(keeping.create(OFFICE, profiled("fiends"), BY))
        .isEqualTo(new AccountOutcome.NoProfile(Optional.of("fiends"), there.profiles));
  }

  @Test
  void which_profile_is_meant_is_not_guessed() {
    there.profiles.add(new AccountProfile("vpn2", true));
    AccountOutcome which = new AccountOutcome.NoProfile(Optional.empty(), there.profiles);
    assertThat(keeping.create(OFFICE, alice(Optional.empty()), BY)).isEqualTo(which);
    there.profiles.removeIf(AccountProfile::gated);
    assertThat(keeping.create(OFFICE, alice(Optional.empty()), BY))
        .isEqualTo(new AccountOutcome.NoProfile(Optional.empty(), there.profiles));
    assertThat(there.account("alice")).isEmpty();
  }

  @Test
  void a_lost_answer_makes_no_second_account_and_its_password_is_known() {
    there.losesAnswers(1, () -> {});
    AccountOutcome.DoneWithPassword done = created(alice(Optional.of(CHAT)));
    assertThat(there.passwords).containsOnly(Map.entry("alice", done.password()));
    assertThat(there.opened()).isEqualTo(2);
  }

  @Test
  void a_lost_answer_to_a_removal_is_a_removal() {
    there.has("alice", "tapgate");
    there.losesAnswers(1, () -> {});
    assertThat(keeping.remove(OFFICE, ALICE, BY)).isEqualTo(new AccountOutcome.Gone());
    assertThat(keeping.remove(OFFICE, ALICE, BY)).isEqualTo(new AccountOutcome.Unknown(ALICE));
  }

  @Test
  void what_nobody_knows_is_said_and_on_record() {
    there.has("alice", "tapgate");
    there.losesAnswers(2, () -> {});
    assertThat(keeping.disable(OFFICE, ALICE, BY))
        .isEqualTo(new AccountOutcome.Silent("it did not answer", true));
    assertThat(announced.events())
        .containsExactly(new AccountChanged(OFFICE, ALICE, What.DISABLED, BY, false));
  }

  @Test
  void who_waited_long_is_not_kept_waiting_for_a_second_try() {
    there.has("alice", "tapgate");
    there.losesAnswers(2, () -> nanos += Duration.ofSeconds(13).toNanos());
    assertThat(keeping.enable(OFFICE, ALICE, BY)).isInstanceOf(AccountOutcome.Silent.class);
    assertThat(there.opened()).isEqualTo(1);
  }

  @Test
  void where_nobody_is_nothing_was_done() {
    there.isAway();
    assertThat(keeping.disable(OFFICE, ALICE, BY))
        .isEqualTo(new AccountOutcome.Silent("nobody is there", false));
    assertThat(announced.events()).isEmpty();
  }

  @Test
  void a_router_that_nobody_drives_is_not_called() {
    routers.are();
    assertThat(keeping.list(OFFICE)).isInstanceOf(AccountOutcome.Silent.class);
    assertThat(keeping.list(new RouterId(77))).isEqualTo(new AccountOutcome.NoRouter());
    assertThat(keeping.create(new RouterId(77), alice(Optional.of(CHAT)), BY))
        .isEqualTo(new AccountOutcome.NoRouter());
    assertThat(clients.named("alice")).isEmpty();
    assertThat(there.opened()).isZero();
  }

  @Test
  void each_verb_is_announced_with_who_did_it() {
    there.has("alice", "tapgate");
    AccountOutcome _ = keeping.disable(OFFICE, ALICE, BY);
    AccountOutcome _ = keeping.enable(OFFICE, ALICE, BY);
    AccountOutcome renewed = keeping.renew(OFFICE, ALICE, BY);
    AccountOutcome _ = keeping.remove(OFFICE, ALICE, BY);

    assertThat(renewed)
        .isInstanceOfSatisfying(
            AccountOutcome.DoneWithPassword.class,
            done -> assertThat(there.passwords).containsEntry("alice", done.password()));
    assertThat(announced.events())
        .containsExactly(
            new AccountChanged(OFFICE, ALICE, What.DISABLED, BY, true),
            new AccountChanged(OFFICE, ALICE, What.ENABLED, BY, true),
            new AccountChanged(OFFICE, ALICE, What.GIVEN_ANOTHER_PASSWORD, BY, true),
            new AccountChanged(OFFICE, ALICE, What.DELETED, BY, true));
  }
}
