package io.tapgate.connection;

import static io.tapgate.connection.ConnectionFixture.NOON;
import static io.tapgate.connection.ConnectionFixture.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.client.AccountName;
import io.tapgate.client.Ban;
import io.tapgate.client.BansInMemory;
import io.tapgate.client.ChatId;
import io.tapgate.client.ClientsInMemory;
import io.tapgate.client.Introduction;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectingTest {
  private final ClientsInMemory clients = new ClientsInMemory();
  private final BansInMemory bans = new BansInMemory();
  private final ConnectionsInMemory connections = new ConnectionsInMemory();
  private final Announced announced = new Announced();
  private final ConnectionVerbs verbs = new ConnectionVerbs(clients, bans, connections, announced);
  private final Connecting connecting = verbs.connecting();
  private final Confirming confirming = verbs.confirming();

  @Test
  void a_report_is_asked_about_until_three_times_the_timeout() {
    Connection asked = up(connection());
    assertThat(asked.state()).isEqualTo(State.ASKED);
    assertThat(asked.cause()).isEqualTo(Cause.REPORTED);
    assertThat(asked.moments().deadline()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
  }

  @Test
  void the_same_report_again_is_the_same_connection_and_the_router_is_looked_at() {
    Connection first = up(connection());
    assertThat(up(connection()).id()).isEqualTo(first.id());
    assertThat(connections.lookedAgain()).containsExactly(first.id());
    assertThat(announced.events(ConnectionsChanged.class))
        .extracting(ConnectionsChanged::what)
        .containsExactly(ConnectionsChanged.What.MOVED, ConnectionsChanged.What.REPEATED);
  }

  @Test
  void another_caller_on_the_address_ends_what_was_there() {
    Connection first = up(connection());
    Connection second = up(connection().from("198.51.100.9"));
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(connections.get(first.id()).state()).isEqualTo(State.ENDED);
    assertThat(connections.get(first.id()).cause()).isEqualTo(Cause.REPLACED);
  }

  @Test
  void another_client_on_the_address_ends_what_was_there() {
    Connection first = up(connection());
    Connection second = up("bob", connection());
    assertThat(second.client()).isNotEqualTo(first.client());
    assertThat(connections.get(first.id()).state()).isEqualTo(State.ENDED);
  }

  @Test
  void another_session_on_the_address_ends_what_was_there() {
    Connection first = up(connection().session("*1"));
    Connection second = up(connection().session("*2"));
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(connections.get(first.id()).state()).isEqualTo(State.ENDED);
  }

  @Test
  void a_redial_is_never_let_in_by_the_tap_of_a_session_nobody_saw() {
    Connection first = up(connection());
    confirming.confirm(first.id());
    Connection second = up(connection());
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.state()).isEqualTo(State.ASKED);
    assertThat(connections.get(first.id()).state()).isEqualTo(State.ENDED);
  }

  @Test
  void a_confirmed_session_that_is_known_is_repeated_harmlessly() {
    Connection first = up(connection().session("*1"));
    confirming.confirm(first.id());
    assertThat(up(connection().session("*1")).id()).isEqualTo(first.id());
    assertThat(up(connection()).state()).isEqualTo(State.CONFIRMED);
    assertThat(connections.lookedAgain()).containsExactly(first.id(), first.id());
  }

  @Test
  void two_devices_of_one_client_are_asked_about_each_on_its_own() {
    Connection phone = up(connection().on("10.9.0.5"));
    Connection laptop = up(connection().on("10.9.0.6"));
    confirming.confirm(phone.id());
    assertThat(connections.get(laptop.id()).state()).isEqualTo(State.ASKED);
  }

  @Test
  void the_same_address_on_another_router_is_another_connection() {
    Connection here = up(connection().through(1));
    up(connection().through(2));
    assertThat(connections.get(here.id()).state()).isEqualTo(State.ASKED);
  }

  @Test
  void one_too_many_begins_a_ban() {
    connections.standing(3, false);
    Connection banned = up(connection());
    assertThat(banned.state()).isEqualTo(State.BANNED);
    assertThat(banned.cause()).isEqualTo(Cause.OVER_LIMIT);
    assertThat(bans.begun())
        .extracting(Ban::until)
        .containsExactly(Optional.of(NOON.plus(Duration.ofHours(1))));
  }

  @Test
  void a_report_during_a_ban_extends_nothing() {
    connections.standing(9, true);
    assertThat(up(connection()).cause()).isEqualTo(Cause.DURING_BAN);
    assertThat(bans.begun()).isEmpty();
  }

  @Test
  void a_session_found_that_had_its_chance_is_not_counted_again() {
    connections.standing(3, false);
    Connection found = connecting.found(report("alice", connection()), false).connection();
    assertThat(found.state()).isEqualTo(State.ASKED);
    assertThat(found.cause()).isEqualTo(Cause.FOUND);
  }

  /** Else one session would be asked about twice, and counted twice. */
  @Test
  void a_session_found_whose_report_has_come_meanwhile_is_left_to_that() {
    Connection reported = up(connection());
    Connection found =
        connecting.found(report("alice", connection().session("*1")), true).connection();
    assertThat(found.id()).isEqualTo(reported.id());
    assertThat(connections.all()).hasSize(1);
    assertThat(connections.get(reported.id()).state()).isEqualTo(State.ASKED);
  }

  @Test
  void a_session_found_during_a_ban_is_turned_out() {
    connections.standing(0, true);
    Connection found = connecting.found(report("alice", connection()), false).connection();
    assertThat(found.state()).isEqualTo(State.BANNED);
  }

  @Test
  void another_chat_named_for_a_client_is_announced_and_changes_nothing() {
    clients.meet("alice", 1);
    Introduction foreign =
        new Introduction(Optional.of(new AccountName("alice")), Optional.of(new ChatId(99)));
    Connecting.Outcome outcome = connecting.reported(new Report(foreign, connection().dial()));
    assertThat(outcome.client().chat()).contains(new ChatId(1));
    assertThat(announced.events(ForeignChatNamed.class))
        .extracting(ForeignChatNamed::named)
        .containsExactly(new ChatId(99));
  }

  private Connection up(ConnectionFixture dialled) {
    return up("alice", dialled);
  }

  private Connection up(String account, ConnectionFixture dialled) {
    return connecting.reported(report(account, dialled)).connection();
  }

  private static Report report(String account, ConnectionFixture dialled) {
    Introduction who =
        new Introduction(Optional.of(new AccountName(account)), Optional.of(new ChatId(1)));
    return new Report(who, dialled.dial());
  }
}
