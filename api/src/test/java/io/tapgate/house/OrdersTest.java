package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.RouterView;
import io.tapgate.playground.router.device.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What admins order, and what becomes of it on the router and in the chats. */
class OrdersTest extends House {
  private static final Duration SOON = Duration.ofSeconds(15);

  private Admin admin;

  @BeforeEach
  void come() {
    admin = new Admin(doors, ADMIN);
  }

  private static void routerShows(Predicate<RouterView> wanted) {
    assertThat(router.await(wanted, SOON)).matches(wanted);
  }

  private long connection(Client client) {
    return admin.newest(client.name).path("id").asLong();
  }

  @Test
  void who_answers_for_a_client_lets_them_in_and_everybody_hears_of_it() {
    Client alice = somebody();
    Session session = alice.connects();
    alice.question();

    Doors.Answer answer =
        admin.post(
            "/connections/" + connection(alice) + "/confirm",
            Map.of("reason", " phone lost, known by voice "));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("state")).isEqualTo("confirmed");
    assertThat(answer.text("cause")).isEqualTo("admin");
    assertThat(answer.text("reason")).isEqualTo("phone lost, known by voice");
    routerShows(view -> view.permits(session.address()));
    alice.shows("without your tap. The reason given: phone lost, known by voice");
    telegram.await(
        view ->
            view.chat(ADMIN_CHAT).messages().stream()
                .anyMatch(message ->
                    message.text().contains("Let in without a tap")
                        && message.text().contains(alice.name)),
        SOON);
  }

  @Test
  void who_gives_no_reason_lets_nobody_in() {
    Client alice = somebody();
    alice.connects();
    alice.question();

    String order = "/connections/" + connection(alice) + "/confirm";
    for (Doors.Answer answer :
        List.of(
            admin.post(order),
            admin.post(order, Map.of("reason", "")),
            admin.post(order, Map.of("reason", "  ")),
            admin.post(order, Map.of("reason", "\u00a0\u200b")))) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text("field")).isEqualTo("reason");
    }
    assertThat(admin.post(order, Map.of("reason", " ")).text("title"))
        .isEqualTo("reason: is blank; write it in words");
    assertThat(admin.newest(alice.name).path("state").asString()).isEqualTo("asked");
  }

  @Test
  void an_admin_refuses_a_connection() {
    Client alice = somebody();
    alice.connects();
    alice.question();

    assertThat(admin.post("/connections/" + connection(alice) + "/reject").text("state"))
        .isEqualTo("rejected");

    routerShows(view -> view.sessionsOf(alice.name).isEmpty() && view.bans(alice.caller));
    alice.shows("Your admin refused this connection. The session was dropped");
  }

  @Test
  void an_admin_ends_a_session_and_it_is_dropped() {
    Client alice = somebody();
    Session session = alice.connects();
    alice.tapsItsMe(alice.question());
    alice.shows("Allowed since");

    Doors.Answer answer = admin.post("/connections/" + connection(alice) + "/disconnect");

    assertThat(answer.text("state")).isEqualTo("ended");
    routerShows(view -> view.sessionsOf(alice.name).isEmpty() && !view.permits(session.address()));
    alice.shows("Your admin ended this session.");
    assertThat(router.view().bans(alice.caller)).isFalse();
  }

  @Test
  void what_is_over_stays_over() {
    Client alice = somebody();
    Session session = alice.connects();
    alice.question();
    long id = connection(alice);
    alice.hangsUp(session);

    for (String order : new String[] {"confirm", "reject", "disconnect"}) {
      Doors.Answer answer = admin.post("/connections/" + id + "/" + order, Map.of("reason", "x"));
      assertThat(answer.status()).as(order).isEqualTo(409);
      assertThat(answer.text("state")).isEqualTo("ended");
    }
    assertThat(admin.post("/connections/999999999/confirm", Map.of("reason", "x")).status())
        .isEqualTo(404);
  }

  @Test
  void a_ban_drops_who_is_there_keeps_them_out_and_is_lifted() {
    Client alice = somebody();
    alice.connects();
    alice.tapsItsMe(alice.question());
    alice.shows("Allowed since");
    long id = admin.client(alice.name);

    admin.post("/clients/" + id + "/ban", Map.of("for", "2h", "reason", "left the company"));

    routerShows(view -> view.sessionsOf(alice.name).isEmpty());
    alice.shows("The reason given: left the company");
    alice.connects();
    routerShows(view -> view.sessionsOf(alice.name).isEmpty() && view.bans(alice.caller));
    assertThat(admin.newest(alice.name).path("state").asString()).isEqualTo("banned");

    Doors.Answer free = admin.post("/clients/" + id + "/unban");

    assertThat(free.body().path("banned_until").isNull()).isTrue();
    routerShows(view -> !view.bans(alice.caller));
    alice.shows("is not blocked any more");
    alice.connects();
    alice.question();
  }

  @Test
  void a_lock_keeps_the_account_out_and_no_address() {
    Client alice = somebody();
    alice.connects();
    alice.question();
    long id = admin.client(alice.name);

    assertThat(admin.post("/clients/" + id + "/lock").body().path("locked").asBoolean()).isTrue();

    routerShows(view -> view.sessionsOf(alice.name).isEmpty());
    alice.connects();
    routerShows(view -> view.sessionsOf(alice.name).isEmpty());
    assertThat(router.view().bans(alice.caller)).isFalse();
    assertThat(admin.post("/clients/" + id + "/unban").body().path("locked").asBoolean()).isTrue();
    assertThat(admin.post("/clients/" + id + "/unlock").body().path("locked").asBoolean())
        .isFalse();
    alice.connects();
    alice.question();
  }

  @Test
  void one_ban_is_lifted_by_its_number_and_once() {
    Client alice = somebody();
    alice.connects();
    alice.tapsNotMe(alice.question());
    long client = admin.client(alice.name);
    long ban = admin.get("/bans?in_force=true&client=" + client).body().at("/items/0/id").asLong();

    assertThat(admin.post("/bans/" + ban + "/lift").body().path("in_force").asBoolean()).isFalse();
    assertThat(admin.post("/bans/" + ban + "/lift").status()).isEqualTo(409);
    routerShows(view -> !view.bans(alice.caller));
  }

  @Test
  void the_count_starts_anew() {
    Client alice = somebody();
    for (int i = 0; i < 3; i++) {
      Session session = alice.connects();
      alice.question();
      alice.hangsUp(session);
    }
    long id = admin.client(alice.name);
    assertThat(admin.get("/clients/" + id).body().path("unconfirmed").asInt()).isEqualTo(3);

    assertThat(admin.post("/clients/" + id + "/reset").body().path("unconfirmed").asInt()).isZero();
    alice.connects();
    alice.question();
  }
}
