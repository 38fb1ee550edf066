package io.tapgate.connection;

import static io.tapgate.connection.ConnectionFixture.NOON;
import static io.tapgate.connection.ConnectionFixture.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.audit.By;
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
  void where_nobody_can_be_asked_it_is_over_after_the_timeout() {
    Introduction nobody = new Introduction(Optional.of(new AccountName("bob")), Optional.empty());
    Connection asked = connecting.reported(new Report(nobody, connection().dial())).connection();
    assertThat(asked.state()).isEqualTo(State.ASKED);
    assertThat(asked.moments().deadline()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
  }

  @Test
  void who_can_be_asked_only_with_a_later_report_has_the_full_time_all_the_same() {
    unreachable("alice", connection());
    connections.at(NOON.plus(Duration.ofMinutes(4)));
    assertThat(up(connection()).moments().deadline()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
    assertThat(connections.all())
        .extracting(one -> one.moments().deadline())
        .containsExactly(NOON.plus(Duration.ofMinutes(15)));
  }

  @Test
  void whose_time_ran_out_before_they_could_be_asked_gets_no_more_of_it() {
    unreachable("alice", connection());
    connections.at(NOON.plus(Duration.ofMinutes(5)));
    assertThat(up(connection()).moments().deadline()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
  }

  @Test
  void a_report_again_gives_no_more_time_to_who_was_asked() {
    Connection asked = connections.put(connection().id(1).of(client("alice")).build());
    Connection again = up(connection());
    assertThat(again.id()).isEqualTo(asked.id());
    assertThat(again.moments().deadline()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
  }

  private long client(String account) {
    return clients.meet(account, 1).id().value();
  }

  private void unreachable(String account, ConnectionFixture dialled) {
    Introduction nobody = new Introduction(Optional.of(new AccountName(account)), Optional.empty());
    connecting.reported(new Report(nobody, dialled.dial()));
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
  void a_report_again_is_announced_as_the_row_is_by_then() {
    connections.put(connection().id(1).of(client("alice")).enforced().build());
    Connection again = up(connection());
    assertThat(again.isEnforced()).isFalse();
    assertThat(again).isEqualTo(connections.get(again.id()));
    assertThat(announced.events(ConnectionsChanged.class).getLast().connections())
        .containsExactly(again);
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
    confirming.confirm(first.id(), Cause.TAP, By.person(7));
    Connection second = up(connection());
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.state()).isEqualTo(State.ASKED);
    assertThat(connections.get(first.id()).state()).isEqualTo(State.ENDED);
  }

  @Test
  void a_confirmed_session_that_is_known_is_repeated_harmlessly() {
    Connection first = up(connection().session("*1"));
    confirming.confirm(first.id(), Cause.TAP, By.person(7));
    assertThat(up(connection().session("*1")).id()).isEqualTo(first.id());
    assertThat(up(connection()).state()).isEqualTo(State.CONFIRMED);
    assertThat(connections.lookedAgain()).containsExactly(first.id(), first.id());
  }

  @Test
  void two_devices_of_one_client_are_asked_about_each_on_its_own() {
    Connection phone = up(connection().on("10.9.0.5"));
    Connection laptop = up(connection().on("10.9.0.6"));
    confirming.confirm(phone.id(), Cause.TAP, By.person(7));
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
    Connection found = stillThere(connection()).orElseThrow();
    assertThat(found.state()).isEqualTo(State.ASKED);
    assertThat(found.cause()).isEqualTo(Cause.FOUND);
  }

  @Test
  void a_session_found_during_a_ban_is_turned_out() {
    connections.standing(0, true);
    Connection found = stillThere(connection()).orElseThrow();
    assertThat(found.state()).isEqualTo(State.BANNED);
  }

  @Test
  void a_session_found_whose_question_never_left_has_its_chance_now_and_the_question_none() {
    Connection found = stillThere(connection().untaken()).orElseThrow();
    assertThat(found.state()).isEqualTo(State.ASKED);
    assertThat(connections.uncounted()).containsExactly(over().id());
  }

  @Test
  void a_session_found_is_left_to_the_report_that_came_meanwhile() {
    Connection over = over();
    Connection reported = up(connection());
    assertThat(connecting.found(report("alice", connection()), Optional.of(over))).isEmpty();
    assertThat(connections.get(reported.id()).state()).isEqualTo(State.ASKED);
    assertThat(connections.all()).hasSize(2);
  }

  private Connection over() {
    return connections.put(connection().id(1).ended().build());
  }

  private Optional<Connection> stillThere(ConnectionFixture before) {
    Connection over = connections.put(before.id(1).session("*1").ended().build());
    return connecting
        .stillThere(report("alice", connection().session("*1")), over)
        .map(Connecting.Outcome::connection);
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
