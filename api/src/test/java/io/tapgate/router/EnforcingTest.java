package io.tapgate.router;

import static io.tapgate.connection.ConnectionFixture.connection;
import static io.tapgate.router.SessionFixture.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.TunnelAddress;
import io.tapgate.audit.By;
import io.tapgate.connection.Cause;
import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionFixture;
import io.tapgate.connection.ConnectionId;
import io.tapgate.connection.SessionId;
import io.tapgate.connection.State;
import io.tapgate.driving.Claim;
import io.tapgate.driving.Heard;
import io.tapgate.driving.HeldFixture;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** What each state makes of a router. */
class EnforcingTest {
  private static final TunnelAddress ADDRESS = TunnelAddress.parse("10.9.0.5");
  private static final CallerAddress CALLER = CallerAddress.parse("203.0.113.7");

  private static final String LONG_NAME =
      "a-name-that-goes-on-and-on-and-on-until-nobody-listens-any-more-"
          + "a-name-that-goes-on-and-on-and-on-until-nobody-listens-any-more-!";

  private final EnforcingStage stage = new EnforcingStage("192.0.2.0/24");
  private final RouterInMemory router = stage.router;
  private final long alice = stage.clients.meet("alice", 42).id().value();

  @Test
  void an_asked_connection_is_denied_and_learns_its_session() {
    router.lists(session("*1").build());
    ConnectionId id = enforce(connection());
    assertThat(router.denies(ADDRESS)).isTrue();
    assertThat(router.permits(ADDRESS)).isEmpty();
    assertThat(stage.connection(id).isEnforced()).isTrue();
    assertThat(stage.connection(id).dial().session()).contains(new SessionId("*1"));
  }

  @Test
  void an_address_that_the_script_denied_is_looked_at_and_left_alone() {
    router.lists(session("*1").build());
    router.denied(ADDRESS);
    ConnectionId id = enforce(connection());
    assertThat(router.said()).containsExactly("look 10.9.0.5");
    assertThat(stage.connection(id).isEnforced()).isTrue();
  }

  @Test
  void an_address_that_is_denied_and_permitted_at_once_is_denied_anew() {
    router.lists(session("*1").build());
    router.denied(ADDRESS);
    router.permitted(ADDRESS);
    enforce(connection());
    assertThat(router.said()).containsExactly("look 10.9.0.5", "deny 10.9.0.5");
    assertThat(router.permits(ADDRESS)).isEmpty();
  }

  @Test
  void a_permit_that_stands_is_gone_before_the_session_is_dropped() {
    router.lists(session("*1").build());
    router.permitted(ADDRESS);
    enforce(connection().session("*1").expired());
    assertThat(router.said())
        .containsExactly("look 10.9.0.5", "deny 10.9.0.5", "drop *1", "clear 10.9.0.5");
  }

  @Test
  void whoever_is_turned_out_beside_somebody_else_has_the_address_cut_once() {
    router.lists(session("*1").build(), session("*2").of("bob").build());
    router.permitted(ADDRESS);
    enforce(connection().session("*1").expired());
    assertThat(router.said()).containsExactly("look 10.9.0.5", "deny 10.9.0.5", "drop *1");
    assertThat(router.denies(ADDRESS)).isTrue();
  }

  @Test
  void a_confirmed_connection_is_permitted_for_a_lease() {
    router.lists(session("*1").build());
    ConnectionId id = enforce(connection().confirmed());
    assertThat(router.permits(ADDRESS)).contains(Duration.ofMinutes(15));
    assertThat(router.denies(ADDRESS)).isFalse();
    assertThat(stage.connection(id).isEnforced()).isTrue();
  }

  @Test
  void nobody_is_permitted_without_a_session_of_their_own() {
    router.permitted(ADDRESS);
    ConnectionId id = enforce(connection().confirmed().session("*1"));
    assertThat(router.permits(ADDRESS)).isEmpty();
    assertThat(router.denies(ADDRESS)).isTrue();
    assertThat(stage.connection(id).isEnforced()).isFalse();
  }

  @Test
  void nobody_is_let_in_by_another_sessions_tap() {
    router.lists(session("*2").build());
    enforce(connection().confirmed().session("*1"));
    assertThat(router.said()).doesNotContain("permit 10.9.0.5");
  }

  @Test
  void whoever_hangs_up_while_permitting_is_not_let_in() {
    router.lists(session("*1").build());
    Connection confirmed = stage.owes(connection().of(alice).confirmed());
    router.whilePermitting(
        () -> stage.connections.move(confirmed, State.ENDED, Cause.HUNG_UP, By.tapgate()));
    stage.enforce(confirmed.id());
    assertThat(router.permits(ADDRESS)).isEmpty();
    assertThat(router.denies(ADDRESS)).isTrue();
  }

  @Test
  void whoever_gets_the_address_while_it_is_permitted_is_not_let_in() {
    router.lists(session("*1").build());
    Connection confirmed = stage.owes(connection().of(alice).confirmed());
    router.whilePermitting(() -> router.lists(session("*2").of("bob").build()));
    stage.enforce(confirmed.id());
    assertThat(router.permits(ADDRESS)).isEmpty();
    assertThat(router.denies(ADDRESS)).isTrue();
    assertThat(stage.connection(confirmed.id()).isEnforced()).isFalse();
  }

  @Test
  void a_second_session_on_the_address_is_not_let_in_by_the_tap_for_the_first() {
    router.lists(session("*1").build(), session("*2").of("bob").build());
    Connection confirmed = stage.owes(connection().of(alice).confirmed().session("*1"));
    assertThatThrownBy(() -> stage.enforce(confirmed.id()))
        .isInstanceOf(RouterTrouble.Refused.class)
        .hasMessageContaining("lists 2 sessions on 10.9.0.5");
    assertThat(router.said()).containsExactly("look 10.9.0.5", "deny 10.9.0.5");
    assertThat(router.permits(ADDRESS)).isEmpty();
    assertThat(stage.connection(confirmed.id()).isEnforced()).isFalse();
  }

  @Test
  void a_permit_does_not_outlast_the_coming_of_a_second_session() {
    router.lists(session("*1").build());
    ConnectionId id = enforce(connection().confirmed());
    router.lists(session("*1").build(), session("*2").build());
    assertThatThrownBy(() -> stage.enforce(id)).isInstanceOf(RouterTrouble.Refused.class);
    assertThat(router.permits(ADDRESS)).isEmpty();
    assertThat(router.denies(ADDRESS)).isTrue();
  }

  @Test
  void whoever_joins_the_address_while_it_is_permitted_is_not_let_in() {
    router.lists(session("*1").build());
    Connection confirmed = stage.owes(connection().of(alice).confirmed());
    router.whilePermitting(
        () -> router.lists(session("*1").build(), session("*2").of("bob").build()));
    stage.enforce(confirmed.id());
    assertThat(router.permits(ADDRESS)).isEmpty();
    assertThat(router.denies(ADDRESS)).isTrue();
    assertThat(stage.connection(confirmed.id()).isEnforced()).isFalse();
  }

  @Test
  void whoever_was_confirmed_beside_an_old_session_is_let_in_once_that_is_gone() {
    router.lists(session("*1").build(), session("*2").build());
    Connection confirmed = stage.owes(connection().of(alice).confirmed().session("*2"));
    assertThatThrownBy(() -> stage.enforce(confirmed.id()))
        .isInstanceOf(RouterTrouble.Refused.class);
    router.lists(session("*2").build());
    stage.enforce(confirmed.id());
    assertThat(router.permits(ADDRESS)).isPresent();
    assertThat(stage.connection(confirmed.id()).isEnforced()).isTrue();
  }

  @Test
  void whoever_redials_beside_their_confirmed_session_is_asked_about_once_that_is_gone() {
    router.lists(session("*1").build(), session("*2").build());
    ConnectionId first = stage.owes(connection().of(alice).confirmed().session("*1")).id();
    assertThatThrownBy(() -> stage.enforce(first)).isInstanceOf(RouterTrouble.Refused.class);
    router.lists(session("*2").build());
    for (int reading = 0; reading < 4; reading++) {
      stage.enforce(first);
    }
    assertThat(stage.connection(first).cause()).isEqualTo(Cause.SESSION_GONE);
    Connection found = stage.connections.all().getLast();
    assertThat(found.id()).isNotEqualTo(first);
    assertThat(found.state()).isEqualTo(State.ASKED);
    assertThat(found.dial().session()).contains(new SessionId("*2"));
    assertThat(router.permits(ADDRESS)).isEmpty();
    assertThat(router.denies(ADDRESS)).isTrue();
  }

  @Test
  void a_permit_whose_answer_was_lost_is_taken_back() {
    router.lists(session("*1").build());
    Connection confirmed = stage.owes(connection().of(alice).confirmed());
    router.whilePermitting(() -> {
      throw new RouterTrouble.Silent("the answer was lost", null);
    });
    assertThatThrownBy(() -> stage.enforce(confirmed.id())).isInstanceOf(RouterTrouble.class);
    assertThat(router.permits(ADDRESS)).isEmpty();
    assertThat(router.said()).last().isEqualTo("deny 10.9.0.5");
  }

  @Test
  void a_permit_is_taken_back_when_the_database_cannot_say_that_it_still_holds() {
    router.lists(session("*1").build());
    Connection confirmed = stage.owes(connection().of(alice).confirmed());
    router.whilePermitting(stage.connections::becomeReadOnly);
    assertThatThrownBy(() -> stage.enforce(confirmed.id()))
        .isInstanceOf(DataAccessResourceFailureException.class);
    assertThat(router.permits(ADDRESS)).isEmpty();
    assertThat(router.denies(ADDRESS)).isTrue();
  }

  /** Another node drives by now, found the permit, and wrote down that nothing is owed. */
  @Test
  void a_permit_taken_back_is_owed_to_whoever_drives_by_now() {
    router.lists(session("*1").build());
    Connection confirmed = stage.owes(connection().of(alice).confirmed());
    Claim there = new Claim("router 3", "there", 2);
    router.whilePermitting(() -> {
      stage.connections.isDriven(there);
      stage.connections.enforced(confirmed, there, Optional.empty());
    });
    stage.enforce(confirmed.id());
    assertThat(router.permits(ADDRESS)).isEmpty();
    assertThat(stage.connections.owed(RouterFixture.ID, 10))
        .extracting(Connection::id)
        .containsExactly(confirmed.id());
  }

  @Test
  void a_permit_whose_denial_fails_as_well_is_owed_to_whoever_drives_by_now() {
    router.lists(session("*1").build());
    Connection confirmed = stage.owes(connection().of(alice).confirmed());
    router.whilePermitting(() -> {
      stage.connections.enforced(confirmed, new Claim("router 3", "here", 1), Optional.empty());
      router.fallSilent();
    });
    assertThatThrownBy(() -> stage.enforce(confirmed.id())).isInstanceOf(RouterTrouble.class);
    assertThat(stage.connections.owed(RouterFixture.ID, 10)).hasSize(1);
  }

  @Test
  void a_permit_that_another_hand_took_away_at_once_is_not_taken_for_given() {
    router.lists(session("*1").build());
    Connection confirmed = stage.owes(connection().of(alice).confirmed());
    router.whilePermitting(() -> router.deny(ADDRESS));
    assertThatThrownBy(() -> stage.enforce(confirmed.id()))
        .isInstanceOf(RouterTrouble.Refused.class)
        .hasMessageContaining("taken away again");
    assertThat(stage.connection(confirmed.id()).isEnforced()).isFalse();
  }

  @Test
  void a_former_driver_takes_nothing_off_the_lists() {
    router.permitted(ADDRESS);
    ConnectionId over = stage.owes(connection().of(alice).confirmed().ended()).id();
    assertThatThrownBy(() -> stage.enforce(over, HeldFixture.runOut("router 3")))
        .isInstanceOf(RouterTrouble.Refused.class);
    assertThat(router.permits(ADDRESS)).isPresent();
    assertThat(stage.connection(over).isEnforced()).isFalse();
  }

  @Test
  void nobody_is_permitted_under_a_claim_that_ran_out() {
    router.lists(session("*1").build());
    Connection confirmed = stage.owes(connection().of(alice).confirmed());
    assertThatThrownBy(() -> stage.enforce(confirmed.id(), HeldFixture.runOut("router 3")))
        .isInstanceOf(RouterTrouble.Refused.class);
    assertThat(router.said()).containsExactly("look 10.9.0.5");
    assertThat(router.permits(ADDRESS)).isEmpty();
  }

  @Test
  void a_session_not_listed_is_doubted_first_and_over_at_the_second_reading() {
    ConnectionId id = enforce(connection().confirmed().session("*1"));
    assertThat(stage.connection(id).state()).isEqualTo(State.CONFIRMED);
    assertThat(stage.connection(id).doubted()).isTrue();
    stage.enforce(id);
    assertThat(stage.connection(id).state()).isEqualTo(State.ENDED);
    assertThat(stage.connection(id).cause()).isEqualTo(Cause.SESSION_GONE);
  }

  @Test
  void a_doubt_that_was_dispelled_is_a_first_one_again() {
    ConnectionId id = enforce(connection().confirmed().session("*1"));
    router.lists(session("*1").build());
    stage.enforce(id);
    router.lists();
    stage.enforce(id);
    assertThat(stage.connection(id).state()).isEqualTo(State.CONFIRMED);
  }

  @Test
  void a_rejected_session_is_dropped_and_its_caller_kept_out() {
    router.lists(session("*1").build());
    router.deny(ADDRESS);
    stage.entries.enter(stage.client(alice), RouterFixture.ID, CALLER);
    ConnectionId id = enforce(connection().rejected());
    assertThat(router.sessions()).isEmpty();
    assertThat(router.denies(ADDRESS)).isFalse();
    assertThat(router.bans(CALLER)).isTrue();
    assertThat(stage.connection(id).isEnforced()).isTrue();
  }

  @Test
  void an_expired_session_is_dropped_and_nobody_is_banned() {
    router.lists(session("*1").build());
    enforce(connection().expired());
    assertThat(router.sessions()).isEmpty();
    assertThat(router.bans(CALLER)).isFalse();
  }

  @Test
  void an_address_that_must_never_be_locked_out_is_banned_by_account_alone() {
    CallerAddress admin = CallerAddress.parse("192.0.2.9");
    stage.entries.enter(stage.client(alice), RouterFixture.ID, admin);
    enforce(connection().from("192.0.2.9").rejected());
    assertThat(router.bans(admin)).isFalse();
  }

  @Test
  void a_device_is_banned_by_account_alone() {
    ConnectionId id = enforce(connection().from("AA:BB:CC:DD:EE:FF").rejected());
    assertThat(router.said()).noneMatch(order -> order.startsWith("ban"));
    assertThat(stage.connection(id).isEnforced()).isTrue();
  }

  @Test
  void somebody_else_on_the_address_is_not_dropped_and_not_let_out() {
    router.lists(session("*2").of("bob").build());
    enforce(connection().expired().session("*1"));
    assertThat(router.sessions()).hasSize(1);
    assertThat(router.denies(ADDRESS)).isTrue();
  }

  @Test
  void a_redial_whose_report_was_lost_is_asked_about_after_the_first_one_ran_out() {
    router.lists(session("*2").build());
    ConnectionId id = enforce(connection().session("*1").expired());
    assertThat(stage.connection(id).isEnforced()).isTrue();
    assertThat(stage.connections.all()).hasSize(1);
    stage.enforce(id);
    Connection found = stage.connections.all().getLast();
    assertThat(found.id()).isNotEqualTo(id);
    assertThat(found.state()).isEqualTo(State.ASKED);
    assertThat(found.cause()).isEqualTo(Cause.FOUND);
    assertThat(found.dial().session()).contains(new SessionId("*2"));
    assertThat(router.denies(ADDRESS)).isTrue();
  }

  /** Shown the caller before, a person would ban somebody innocent by "Not me". */
  @Test
  void somebody_who_comes_from_nobody_knows_where_is_dropped_and_not_asked_about() {
    router.lists(session("*2").of("bob").from(null).build());
    ConnectionId id = enforce(connection().session("*1").ended());
    assertThat(router.sessions()).hasSize(1);
    assertThat(router.denies(ADDRESS)).isTrue();
    stage.enforce(id);
    assertThat(router.said()).contains("drop *2");
    assertThat(stage.connections.all()).hasSize(1);
    stage.enforce(id);
    assertThat(router.denies(ADDRESS)).isFalse();
    assertThat(stage.connection(id).isEnforced()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", LONG_NAME, "two\nlines"})
  void an_account_that_cannot_be_one_is_dropped_and_told_with_the_consequence(String name) {
    router.lists(session("*2").of(name).build());
    ConnectionId id = enforce(connection().session("*1").expired());
    try (Heard log = Heard.of(Doubting.class)) {
      stage.enforce(id);
      assertThat(log.lines()).hasSize(1).first().asString().contains("it is dropped");
      assertThat(log.lines()).noneMatch(line -> line.contains("\n") || line.length() > 300);
    }
    assertThat(router.sessions()).isEmpty();
    assertThat(stage.connections.all()).hasSize(1);
    stage.enforce(id);
    assertThat(router.denies(ADDRESS)).isFalse();
    assertThat(stage.connection(id).isEnforced()).isTrue();
  }

  @Test
  void its_own_session_is_asked_about_anew_from_where_it_came_though_the_router_does_not_say() {
    router.lists(session("*1").from(null).build());
    ConnectionId id = enforce(connection().session("*1").ended());
    stage.enforce(id);
    assertThat(router.sessions()).hasSize(1);
    assertThat(stage.connections.all().getLast().dial().caller()).hasToString("203.0.113.7");
  }

  @Test
  void whoever_is_reported_in_the_meantime_is_not_asked_about_twice() {
    router.lists(session("*2").of("bob").build());
    ConnectionId id = enforce(connection().session("*1").banned());
    stage.owes(connection().of(8).id(2).session("*2"));
    stage.enforce(id);
    assertThat(stage.connections.all()).hasSize(2);
  }

  @Test
  void an_older_connection_has_no_say_about_the_lists() {
    router.lists(session("*2").build());
    ConnectionId older = stage.owes(connection().of(alice).id(1).expired()).id();
    stage.owes(connection().of(alice).id(2).confirmed().session("*2"));
    router.permitted(ADDRESS);
    stage.enforce(older);
    assertThat(router.permits(ADDRESS)).isPresent();
    assertThat(router.sessions()).hasSize(1);
    assertThat(stage.connection(older).isEnforced()).isTrue();
  }

  @Test
  void an_ended_connection_leaves_no_list_behind() {
    router.permitted(ADDRESS);
    ConnectionId id = enforce(connection().confirmed().ended());
    assertThat(router.permits(ADDRESS)).isEmpty();
    assertThat(router.denies(ADDRESS)).isFalse();
    assertThat(stage.connection(id).isEnforced()).isTrue();
  }

  @Test
  void a_session_still_there_after_its_down_is_sandboxed_and_then_asked_about_anew() {
    router.lists(session("*1").build());
    router.permitted(ADDRESS);
    ConnectionId id = enforce(connection().session("*1").confirmed().ended());
    assertThat(router.permits(ADDRESS)).isEmpty();
    assertThat(stage.connections.all()).hasSize(1);
    stage.enforce(id);
    assertThat(stage.connections.all()).hasSize(2);
    Connection found = stage.connections.all().getLast();
    assertThat(found.state()).isEqualTo(State.ASKED);
    assertThat(found.cause()).isEqualTo(Cause.FOUND);
    assertThat(found.dial().session()).contains(new SessionId("*1"));
  }

  @Test
  void a_session_asked_about_anew_is_not_counted_again_however_often() {
    router.lists(session("*1").build());
    ConnectionId first = enforce(connection().session("*1").ended());
    stage.enforce(first);
    Connection second = stage.connections.all().getLast();
    stage.connections.move(second, State.ENDED, Cause.HUNG_UP, By.tapgate());
    stage.enforce(second.id());
    stage.enforce(second.id());
    Connection third = stage.connections.all().getLast();
    assertThat(stage.connections.all()).hasSize(3);
    assertThat(stage.connections.uncounted()).containsExactly(second.id(), third.id());
  }

  @Test
  void a_session_asked_about_anew_after_its_confirmation_counts() {
    router.lists(session("*1").build());
    ConnectionId first = enforce(connection().session("*1").confirmed().ended());
    stage.enforce(first);
    assertThat(stage.connections.all()).hasSize(2);
    assertThat(stage.connections.uncounted()).isEmpty();
  }

  @Test
  void a_router_that_does_not_answer_changes_nothing_we_know() {
    router.fallSilent();
    Connection confirmed = stage.owes(connection().of(alice).confirmed());
    assertThatThrownBy(() -> stage.enforce(confirmed.id()))
        .isInstanceOf(RouterTrouble.Silent.class);
    assertThat(stage.connection(confirmed.id())).isEqualTo(confirmed);
  }

  @Test
  void every_try_is_harmless_to_repeat() {
    router.lists(session("*1").build());
    ConnectionId id = enforce(connection().confirmed());
    stage.enforce(id);
    stage.enforce(id);
    assertThat(router.permits(ADDRESS)).isPresent();
    assertThat(stage.connection(id).state()).isEqualTo(State.CONFIRMED);
    assertThat(stage.connections.putOff()).isEmpty();
  }

  private ConnectionId enforce(ConnectionFixture wanted) {
    ConnectionId id = stage.owes(wanted.of(alice)).id();
    stage.enforce(id);
    return id;
  }
}
