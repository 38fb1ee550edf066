package io.tapgate.connection;

import static io.tapgate.connection.ConnectionFixture.NOON;
import static io.tapgate.connection.ConnectionFixture.TIME_TO_ANSWER;
import static io.tapgate.connection.ConnectionFixture.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.audit.By;
import io.tapgate.client.AccountName;
import io.tapgate.client.Ban;
import io.tapgate.client.BansInMemory;
import io.tapgate.client.ChatId;
import io.tapgate.client.Client;
import io.tapgate.client.ClientsInMemory;
import io.tapgate.client.Introduction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a tap and a hang-up do to a connection. */
class AnsweringTest {
  private static final Instant IN_TIME = NOON.plusSeconds(30);
  private static final Instant LATE = NOON.plus(TIME_TO_ANSWER);

  private final ClientsInMemory clients = new ClientsInMemory();
  private final Client alice = clients.meet("alice", 1);
  private final BansInMemory bans = new BansInMemory();
  private final ConnectionsInMemory connections = new ConnectionsInMemory();
  private final Announced announced = new Announced();
  private final ConnectionVerbs verbs = new ConnectionVerbs(clients, bans, connections, announced);
  private final Confirming confirming = verbs.confirming();
  private final Rejecting rejecting = verbs.rejecting();
  private final Ending ending = verbs.ending();
  private final ConnectionId asked =
      connections.put(connection().of(alice.id().value()).build()).id();

  @Test
  void a_tap_in_time_confirms_once() {
    connections.at(IN_TIME);
    assertThat(confirming.confirm(asked, Cause.TAP, By.person(7)).accepted()).isTrue();
    assertThat(confirming.confirm(asked, Cause.TAP, By.person(7)).accepted()).isFalse();
    assertThat(connections.get(asked).moments().confirmed()).isEqualTo(IN_TIME);
    assertThat(announced.events()).hasSize(1);
  }

  @Test
  void a_late_tap_is_the_first_to_notice_that_time_is_over() {
    connections.at(LATE);
    Answered answered = confirming.confirm(asked, Cause.TAP, By.person(7));
    assertThat(answered.accepted()).isFalse();
    assertThat(answered.connection().state()).isEqualTo(State.EXPIRED);
    assertThat(connections.get(asked).cause()).isEqualTo(Cause.DEADLINE);
  }

  @Test
  void not_me_in_time_rejects_and_bans() {
    connections.at(IN_TIME);
    assertThat(rejecting.reject(asked, Cause.TAP, By.person(7)).accepted()).isTrue();
    assertThat(bans.begun()).extracting(Ban::reason).containsExactly(Ban.Reason.NOT_ME);
    assertThat(bans.begun().getFirst().until()).contains(IN_TIME.plus(Duration.ofHours(1)));
  }

  @Test
  void a_not_me_after_its_me_or_too_late_bans_nobody() {
    connections.at(IN_TIME);
    confirming.confirm(asked, Cause.TAP, By.person(7));
    assertThat(rejecting.reject(asked, Cause.TAP, By.person(7)).connection().state())
        .isEqualTo(State.CONFIRMED);
    ConnectionId other = connections.put(connection().id(2).build()).id();
    connections.at(LATE);
    assertThat(rejecting.reject(other, Cause.TAP, By.person(7)).connection().state())
        .isEqualTo(State.EXPIRED);
    assertThat(bans.begun()).isEmpty();
  }

  /** Pressed twice, or again after an admin has lifted the ban. */
  @Test
  void a_not_me_after_not_me_bans_nobody_once_more() {
    connections.at(IN_TIME);
    rejecting.reject(asked, Cause.TAP, By.person(7));
    assertThat(rejecting.reject(asked, Cause.TAP, By.person(7)).accepted()).isFalse();
    assertThat(bans.begun()).hasSize(1);
  }

  @Test
  void a_tap_after_not_me_lets_nobody_in() {
    connections.at(IN_TIME);
    rejecting.reject(asked, Cause.TAP, By.person(7));
    Answered answered = confirming.confirm(asked, Cause.TAP, By.person(7));
    assertThat(answered.accepted()).isFalse();
    assertThat(answered.connection().state()).isEqualTo(State.REJECTED);
  }

  @Test
  void a_down_of_the_same_dial_ends_it() {
    assertThat(down("alice", connection())).isTrue();
    assertThat(connections.get(asked).cause()).isEqualTo(Cause.HUNG_UP);
  }

  @Test
  void a_down_of_somebody_else_ends_nothing() {
    clients.meet("bob", 2);
    assertThat(down("bob", connection())).isFalse();
    assertThat(down("alice", connection().from("198.51.100.9"))).isFalse();
    assertThat(down("alice", connection().on("10.9.0.6"))).isFalse();
    assertThat(down("alice", connection().through(4))).isFalse();
  }

  @Test
  void a_late_down_of_an_earlier_session_ends_nothing() {
    connections.put(connection().of(alice.id().value()).session("*2").build());
    assertThat(down("alice", connection().session("*1"))).isFalse();
    assertThat(down("alice", connection().session("*2"))).isTrue();
  }

  @Test
  void a_down_of_the_same_session_ends_it_whatever_else_it_says() {
    clients.meet("bob", 2);
    connections.put(connection().of(alice.id().value()).session("*2").build());
    assertThat(down("bob", connection().session("*2").from("198.51.100.9"))).isTrue();
  }

  @Test
  void a_second_down_ends_nothing() {
    assertThat(down("alice", connection())).isTrue();
    assertThat(down("alice", connection())).isFalse();
  }

  @Test
  void a_reading_older_than_the_connection_ends_nothing() {
    Connection read = connections.get(asked);
    confirming.confirm(asked, Cause.TAP, By.person(7));
    assertThat(ending.gone(read)).isEmpty();
    assertThat(ending.gone(connections.get(asked)))
        .map(Connection::cause)
        .contains(Cause.SESSION_GONE);
  }

  private boolean down(String account, ConnectionFixture dialled) {
    Introduction who =
        new Introduction(Optional.of(new AccountName(account)), Optional.of(new ChatId(1)));
    return ending.reported(new Report(who, dialled.dial())).isPresent();
  }
}
