package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.connection.ConnectionId;
import io.tapgate.connection.Connections;
import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.Dialled;
import io.tapgate.playground.router.RouterView;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose session it is: nobody ever gets in by another's tap. */
class SessionsTest extends House {
  private static final Duration SOON = Duration.ofSeconds(15);

  @Autowired private Connections connections;

  @Test
  void a_reused_tunnel_address_belongs_to_its_newest_client() {
    Client alice = somebody();
    Client bob = somebody();
    Session hers = alice.connects();
    alice.tapsItsMe(alice.question());
    alice.shows("Allowed since");
    router.vanish(hers);

    bob.connects(Call.of(bob.account(), bob.caller).at(hers.address()));

    bob.question();
    routerShows(view -> view.denies(hers.address()) && !view.permits(hers.address()));
    alice.shows("Session ended after");
  }

  @Test
  void a_tap_for_a_session_whose_address_somebody_else_has_lets_nobody_in() {
    Client alice = somebody();
    Client bob = somebody();
    Session hers = alice.connects();
    Message question = alice.question();
    router.vanish(hers);
    bob.connects(Call.of(bob.account(), bob.caller).at(hers.address()));
    bob.question();

    assertThat(alice.tapsItsMe(question).status()).isEqualTo(409);

    time.passes(Duration.ofSeconds(1));
    assertThat(router.view().permits(hers.address())).isFalse();
  }

  @Test
  void a_redial_that_looks_the_same_but_is_another_session_is_asked_about_again() {
    Client alice = somebody();
    Session first = alice.connects();
    Message question = alice.question();
    alice.tapsItsMe(question);
    alice.shows("Allowed since");

    Dialled again = router.redial(first);

    alice.shows(
        message -> message.buttons().findAny().isPresent() && message.id() != question.id());
    Session second = up(again);
    routerShows(view -> view.denies(second.address()) && !view.permits(second.address()));
  }

  @Test
  void a_redial_without_a_hook_is_not_let_in_by_the_tap_for_the_first() {
    Client alice = somebody();
    Session first = alice.connects();
    Message question = alice.question();
    time.passes(Duration.ofMinutes(1));
    Session second = router.replace(first);

    alice.tapsItsMe(question);

    alice.shows(
        message -> message.buttons().findAny().isPresent() && message.id() != question.id());
    routerShows(view -> !view.permits(second.address()));
  }

  @Test
  void two_sessions_on_one_address_let_nobody_in_and_the_one_that_stays_is_asked_about() {
    Client alice = somebody();
    Session first = alice.connects();
    Message question = alice.question();
    alice.tapsItsMe(question);
    alice.shows("Allowed since");

    alice.connects(Call.of(alice.account(), alice.caller).at(first.address()));

    Awaitility.await().atMost(SOON).until(() -> triesPutOff(alice) > 0);
    routerShows(view -> view.denies(first.address()) && !view.permits(first.address()));
    router.vanish(first);
    alice.shows(message -> isQuestionAfter(question, message));
    routerShows(view -> view.denies(first.address()) && !view.permits(first.address()));
  }

  @Test
  void a_late_down_of_an_earlier_session_ends_nothing() {
    Client alice = somebody();
    Client bob = somebody();
    Session hers = alice.connects();
    alice.question();
    router.vanish(hers);
    Session his = bob.connects(Call.of(bob.account(), bob.caller).at(hers.address()));
    bob.tapsItsMe(bob.question());
    bob.shows("Allowed since");

    assertThat(router.reportDown(hers)).succeedsWithin(SOON);

    time.passes(Duration.ofSeconds(1));
    assertThat(router.view().permits(his.address())).isTrue();
  }

  @Test
  void two_devices_of_one_client_are_asked_about_each_on_its_own() {
    Client alice = somebody();
    Session phone = alice.connects();
    Message first = alice.question();
    Session laptop = alice.connects();
    Message second =
        alice.shows(
            message -> message.buttons().findAny().isPresent() && message.id() != first.id());

    alice.tapsItsMe(second);

    routerShows(view -> view.permits(laptop.address()));
    assertThat(router.view().permits(phone.address())).isFalse();
    alice.tapsItsMe(first);
    routerShows(view -> view.permits(phone.address()));
  }

  @Test
  void a_down_report_of_a_session_that_is_still_up_is_asked_about_anew_and_not_counted() {
    Client alice = somebody();
    Session session = alice.connects();
    Message question = alice.question();
    time.passes(Duration.ofSeconds(1));

    assertThat(router.reportDown(session)).succeedsWithin(SOON);

    alice.shows(
        message -> message.buttons().findAny().isPresent() && message.id() != question.id());
    assertThat(counted(alice)).isEqualTo(1);
  }

  @Test
  void a_session_asked_about_anew_a_third_time_still_counts_once() {
    Client alice = somebody();
    Session session = alice.connects();
    Message first = alice.question();
    time.passes(Duration.ofSeconds(1));
    assertThat(router.reportDown(session)).succeedsWithin(SOON);
    Message second = alice.shows(message -> isQuestionAfter(first, message));
    time.passes(Duration.ofSeconds(1));

    assertThat(router.reportDown(session)).succeedsWithin(SOON);

    alice.shows(message -> isQuestionAfter(second, message));
    assertThat(counted(alice)).isEqualTo(1);
  }

  /** Reported down while its question is on the way, which arrives all the same. */
  @Test
  void a_question_that_arrives_after_its_session_was_asked_about_anew_uses_no_second_chance() {
    telegram.off();
    Client alice = somebody();
    Session session = alice.connects();
    Awaitility.await().atMost(SOON).until(() -> newest(alice).value() > 0);
    ConnectionId first = newest(alice);
    assertThat(router.reportDown(session)).succeedsWithin(SOON);
    Awaitility.await().atMost(SOON).until(() -> !newest(alice).equals(first));

    connections.questionTaken(first, TIMEOUT);
    telegram.on();
    alice.question();

    assertThat(chances(alice)).isEqualTo(1);
  }

  private ConnectionId newest(Client client) {
    return new ConnectionId(
        database
            .sql(
                "select coalesce(max(x.id), 0) from connection x join client c on c.id = client_id"
                    + " where c.name = :name")
            .param("name", client.name)
            .query(Long.class)
            .single());
  }

  private int chances(Client client) {
    return database
        .sql("select count(*) from tapgate_chances((select id from client where name = :name))")
        .param("name", client.name)
        .query(Integer.class)
        .single();
  }

  @Test
  void a_down_report_after_a_confirmation_is_a_new_question_and_counts_as_one() {
    Client alice = somebody();
    Session session = alice.connects();
    Message first = alice.question();
    alice.tapsItsMe(first);
    alice.shows("Allowed since");
    time.passes(Duration.ofSeconds(1));

    assertThat(router.reportDown(session)).succeedsWithin(SOON);

    alice.shows(message -> isQuestionAfter(first, message));
    assertThat(counted(alice)).isEqualTo(2);
    routerShows(view -> !view.permits(session.address()));
  }

  @Test
  void a_client_already_gone_is_told_so() {
    Client alice = somebody();
    Session session = alice.connects();
    Message question = alice.question();
    time.passes(Duration.ofSeconds(1));
    router.vanish(session);

    assertThat(alice.tapsItsMe(question).status()).isEqualTo(200);

    alice.shows("the session was already over");
    routerShows(view -> !view.permits(session.address()) && !view.denies(session.address()));
  }

  @Test
  void a_permit_that_ends_cuts_what_was_running() {
    Client alice = somebody();
    Session session = alice.connects();
    alice.tapsItsMe(alice.question());
    routerShows(view -> view.permits(session.address()));
    assertThat(router.reaches(session, "10.0.0.80", 443)).isTrue();

    alice.hangsUp(session);

    routerShows(view -> view.connectionsOf(session.address()).isEmpty());
  }

  @Test
  void two_clients_reported_on_one_address_at_once_leave_one_of_them_live() throws Exception {
    for (int round = 0; round < 10; round++) {
      String address = "10.81.0." + (1 + round);
      List<Callable<Integer>> reports = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Client client = somebody();
        Supplier<Doors.Answer> hook =
            () -> doors.post("/client/connect", HOOK, client.hook(address));
        reports.add(() -> Doors.untilServed(hook).status());
      }
      try (ExecutorService routers = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<Integer> status : routers.invokeAll(reports)) {
          assertThat(status.get()).isEqualTo(200);
        }
      }
      assertThat(live(address)).isEqualTo(1);
    }
  }

  private static void routerShows(Predicate<RouterView> wanted) {
    assertThat(router.await(wanted, SOON)).matches(wanted);
  }

  private static boolean isQuestionAfter(Message earlier, Message message) {
    return message.buttons().findAny().isPresent() && message.id() > earlier.id();
  }

  private long counted(Client client) {
    return database
        .sql(
            "select count(*) from connection x join client c on c.id = client_id"
                + " where c.name = :name and x.counts")
        .param("name", client.name)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  private int triesPutOff(Client client) {
    return database
        .sql(
            "select max(attempts) from connection x join client c on c.id = client_id"
                + " where c.name = :name")
        .param("name", client.name)
        .query(Integer.class)
        .single();
  }

  private long live(String address) {
    return database
        .sql(
            "select count(*) from connection"
                + " where tunnel = cast(:address as inet) and state in ('ASKED', 'CONFIRMED')")
        .param("address", address)
        .query((row, _) -> row.getLong(1))
        .single();
  }
}
