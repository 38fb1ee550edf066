package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.RouterView;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A permit is a lease: it stands only while it is renewed, and is renewed only for its session. */
class LeaseTest extends House {
  private static final Duration LEASE = Duration.ofMinutes(15);
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Duration MOMENT = Duration.ofMillis(10);

  @Test
  void a_permit_is_renewed_at_a_third_of_its_lease() {
    Client alice = somebody();
    Session session = letIn(alice);
    assertThat(left(session)).isLessThanOrEqualTo(LEASE);

    time.passes(LEASE.dividedBy(3).plusSeconds(1));

    routerShows(view -> left(view, session).compareTo(Duration.ofMinutes(14)) > 0);
  }

  @Test
  void a_permit_whose_session_is_gone_is_taken_back_instead_of_renewed() {
    Client alice = somebody();
    Session session = letIn(alice);
    router.vanish(session);

    time.passes(LEASE.dividedBy(3).plusSeconds(1));

    routerShows(view -> !view.permits(session.address()));
    alice.shows("Session ended after");
  }

  @Test
  void a_permit_that_nobody_renews_ends_by_itself() {
    Client alice = somebody();
    Session session = letIn(alice);
    router.off();

    time.passes(LEASE);

    assertThat(router.view().permits(session.address())).isFalse();
  }

  @Test
  void a_router_that_is_away_during_the_tap_lets_in_as_soon_as_it_is_back() {
    Client alice = somebody();
    Session session = alice.connects();
    Message question = alice.question();
    time.passes(Duration.ofSeconds(1));
    router.off();

    alice.tapsItsMe(question);

    alice.shows(
        message -> message.id() == question.id() && message.text().contains("does not answer"));
    alice.shows(
        message -> message.id() != question.id() && message.text().contains("does not answer"));
    router.on();
    routerShows(view -> view.permits(session.address()));
    alice.shows("Allowed since");
  }

  /** Three seconds are the patience itself: of the four in which people are told, one is left. */
  @Test
  void a_router_that_owes_something_for_too_long_is_marked_within_a_fraction_of_a_second() {
    Client alice = somebody();
    alice.connects();
    Message question = alice.question();
    time.passes(Duration.ofSeconds(1));
    router.off();
    alice.tapsItsMe(question);
    List<Duration> late = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      owedForThreeSeconds(alice);
      Awaitility.await().pollInterval(MOMENT).atMost(SOON).until(() -> lateness(alice).isPresent());
      late.add(lateness(alice).orElseThrow());
    }
    assertThat(late)
        .as("the machine may be busy, but not each time")
        .anyMatch(LeaseTest::isFraction);
  }

  private static boolean isFraction(Duration late) {
    return late.compareTo(Duration.ofMillis(600)) < 0;
  }

  private void owedForThreeSeconds(Client client) {
    database
        .sql(
            "update connection set overdue_at = null, owed_since = tapgate_now() - interval '3 s'"
                + " where client_id = (select id from client where name = :name)")
        .param("name", client.name)
        .update();
  }

  private Optional<Duration> lateness(Client client) {
    return database
        .sql(
            "select 1000 * extract(epoch from overdue_at - owed_since) - 3000 from connection"
                + " where client_id = (select id from client where name = :name)"
                + " and overdue_at is not null")
        .param("name", client.name)
        .query((row, _) -> Duration.ofMillis(row.getLong(1)))
        .optional();
  }

  @Test
  void a_router_that_is_back_after_the_hang_up_lets_nobody_in() {
    Client alice = somebody();
    Session session = alice.connects();
    Message question = alice.question();
    time.passes(Duration.ofSeconds(1));
    router.off();
    alice.tapsItsMe(question);
    alice.hangsUp(session);

    router.on();

    alice.shows("the session was already over");
    routerShows(view -> !view.denies(session.address()));
    assertThat(router.history())
        .noneMatch(change -> change instanceof Change.EntryAdded added && permits(added, session));
  }

  private static boolean permits(Change.EntryAdded added, Session session) {
    return added.entry().list().equals("PERMIT")
        && added.entry().holds(session.address())
        && !added.at().isBefore(session.since());
  }

  private static Session letIn(Client client) {
    Session session = client.connects();
    client.tapsItsMe(client.question());
    client.shows("Allowed since");
    return session;
  }

  private static Duration left(Session session) {
    return left(router.view(), session);
  }

  private static Duration left(RouterView view, Session session) {
    return view.permitted().stream()
        .filter(entry -> entry.holds(session.address()))
        .findFirst()
        .flatMap(entry -> entry.left(view.at()))
        .orElse(Duration.ZERO);
  }

  private static void routerShows(Predicate<RouterView> wanted) {
    assertThat(router.await(wanted, SOON)).matches(wanted);
  }
}
