package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.RouterView;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Message;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a router shows is compared with the record as a whole, here whenever it is met anew. */
class ReconcilingTest extends House {
  private static final Duration SOON = Duration.ofSeconds(20);

  /** The line is lost, and whoever opens the next one does not know what happened meanwhile. */
  private void isMetAnew() {
    router.off();
    router.on();
  }

  private void routerShows(Predicate<RouterView> wanted) {
    assertThat(router.await(wanted, SOON)).matches(wanted);
  }

  private int corrected(String where) {
    return database
        .sql(
            "select count(*) from (select verb, detail from audit union all"
                + " select verb, detail from audit_fresh) a"
                + " where verb = 'router.corrected' and detail like :where")
        .param("where", "%where=" + where + "%")
        .query(Integer.class)
        .single();
  }

  private List<Message> questions(Client client) {
    return client.messages().stream()
        .filter(message -> message.buttons().findAny().isPresent())
        .toList();
  }

  @Test
  void a_session_whose_report_was_lost_is_found_asked_about_and_counted_once() {
    Client alice = somebody();
    alice.starts();
    Session known = alice.connects();
    alice.tapsItsMe(alice.question());
    alice.shows("Allowed since");
    alice.hangsUp(known);
    alice.shows("Session ended after");

    Session unheard =
        alice.connects(Call.of(alice.account(), alice.caller).at("10.8.201.1").quietly());
    isMetAnew();

    Message question = alice.question();
    isMetAnew();
    isMetAnew();
    assertThat(questions(alice)).containsExactly(question);
    assertThat(counted(alice)).isEqualTo(1);
    alice.tapsItsMe(question);
    routerShows(view -> view.permits(unheard.address()));
  }

  private int counted(Client client) {
    return database
        .sql("select count(*) from tapgate_chances((select id from client where name = :name))")
        .param("name", client.name)
        .query(Integer.class)
        .single();
  }

  /** Killed after it was written down that alice was turned out, and before bob was doubted. */
  @Test
  void whoever_took_the_place_of_one_turned_out_is_asked_about_by_the_next_round_at_the_latest() {
    Client alice = somebody();
    Session hers = alice.connects(Call.of(alice.account(), alice.caller).at("10.8.201.30"));
    alice.tapsNotMe(alice.question());
    await().atMost(SOON).until(() -> isDone("10.8.201.30"));
    assertThat(router.view().sessionOn(hers.address())).isEmpty();
    Client bob = somebody();
    bob.starts();

    bob.connects(Call.of(bob.account(), bob.caller).at("10.8.201.30").quietly());
    assertThat(isDone("10.8.201.30")).isTrue();
    isMetAnew();

    await().atMost(SOON).until(() -> newest("10.8.201.30").equals("ASKED"));
    routerShows(view -> view.denies("10.8.201.30") && !view.permits("10.8.201.30"));
  }

  /** Its router shows it, and no driver means to look again. */
  private boolean isDone(String address) {
    return database
        .sql(
            "select enforced = state and not doubted and drive_at is null from connection"
                + " where tunnel = cast(:address as inet) order by id desc limit 1")
        .param("address", address)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  private String newest(String address) {
    return database
        .sql(
            "select state from connection"
                + " where tunnel = cast(:address as inet) order by id desc limit 1")
        .param("address", address)
        .query(String.class)
        .single();
  }

  @Test
  void a_connection_whose_down_report_was_lost_ends() {
    Client alice = somebody();
    Session session = alice.connects();
    alice.tapsItsMe(alice.question());
    alice.shows("Allowed since");

    router.hangUpQuietly(session);
    isMetAnew();

    alice.shows("Session ended after");
  }

  @Test
  void a_permit_that_somebody_added_by_hand_goes_and_is_on_record() {
    router.list("PERMIT", "10.8.201.9");
    router.list("PERMIT", "10.8.202.0/24");
    isMetAnew();

    routerShows(view -> !view.permits("10.8.201.9") && !view.permits("10.8.202.77"));
    await().atMost(SOON).until(() -> corrected("10.8.201.9") == 1);
    await().atMost(SOON).until(() -> corrected("10.8.202.0/24") == 1);
  }

  @Test
  void the_admins_own_denial_and_ban_stay() {
    router.list("DENY", "10.8.201.20");
    router.list("BAN", "198.51.100.77");
    router.list("PERMIT", "10.8.201.21");
    isMetAnew();

    routerShows(view -> !view.permits("10.8.201.21"));
    assertThat(router.view().denies("10.8.201.20")).isTrue();
    assertThat(router.view().list("BAN"))
        .anyMatch(entry -> entry.address().equals("198.51.100.77"));
  }

  @Test
  void what_a_rebooted_router_forgot_is_there_again() {
    Client alice = somebody();
    alice.connects();
    alice.tapsNotMe(alice.question());
    routerShows(
        view -> view.list("BAN").stream().anyMatch(one -> one.address().equals(alice.caller)));

    router.reboot();

    routerShows(
        view -> view.list("BAN").stream().anyMatch(one -> one.address().equals(alice.caller)));
  }
}
