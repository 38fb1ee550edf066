package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What routers report, and whom it is about. */
class ReportsTest extends House {
  private static final Duration SOON = Duration.ofSeconds(15);

  @Test
  void an_answer_tells_the_connection_its_state_and_the_latest_end() {
    Client alice = somebody();

    Doors.Answer first = doors.post("/client/connect/", HOOK, alice.hook("10.90.0.1"));

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.text("state")).isEqualTo("asked");
    Instant latest = Instant.parse(first.text("expires_at"));
    alice.question();
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(() -> {
          Doors.Answer again = doors.post("/client/connect", HOOK, alice.hook("10.90.0.1"));
          assertThat(again.body().path("connection")).isEqualTo(first.body().path("connection"));
          assertThat(Instant.parse(again.text("expires_at")))
              .isBetween(
                  latest.minus(TIMEOUT.multipliedBy(2)),
                  latest.minus(TIMEOUT.multipliedBy(2)).plusSeconds(20));
        });
  }

  @Test
  void the_chat_may_come_as_text_and_the_client_without_a_name() {
    Client alice = somebody();
    Map<String, Object> hook = alice.hook("10.90.0.2");
    hook.remove("name");
    hook.put("chat_id", Long.toString(alice.chat));

    assertThat(doors.post("/client/connect", HOOK, hook).text("state")).isEqualTo("asked");
    assertThat(alice.question().text()).contains("chat " + alice.chat);
  }

  @Test
  void a_client_whose_chat_nobody_knows_stays_out_and_the_admins_hear_of_it_once() {
    Client alice = somebody();
    Session session = alice.connects(Call.of(Account.of(alice.name), alice.caller));
    Doors.Answer again = doors.post("/client/connect", HOOK, withoutChat(alice, session));

    assertThat(again.status()).isEqualTo(404);
    assertThat(again.text("type")).isEqualTo("urn:tapgate:problem:nobody-to-ask");
    Awaitility.await().atMost(SOON).until(() -> toldAdmins("Nobody to ask", alice.name) == 1);
    assertThat(router.view().denies(session.address())).isTrue();

    time.passes(TIMEOUT);

    assertThat(
            router
                .await(view -> view.sessionsOf(alice.name).isEmpty(), SOON)
                .sessionsOf(alice.name))
        .isEmpty();
    assertThat(toldAdmins("Nobody to ask", alice.name)).isEqualTo(1);
  }

  @Test
  void who_was_found_before_the_report_that_names_the_chat_is_asked_when_it_comes() {
    Client alice = somebody();
    Session session = alice.connects(Call.of(Account.of(alice.name), alice.caller));
    Awaitility.await().atMost(SOON).until(() -> toldAdmins("Nobody to ask", alice.name) == 1);

    time.passes(TIMEOUT.minusSeconds(30));
    telegram.off();

    for (int i = 0; i < 2; i++) {
      Doors.Answer report = doors.post("/client/connect", HOOK, alice.hook(session.address()));
      assertThat(report.text("state")).isEqualTo("asked");
      assertThat(Instant.parse(report.text("expires_at"))).isEqualTo(deadline(alice));
      assertThat(timeToAnswer(alice)).isEqualTo(TIMEOUT.multipliedBy(3));
    }
    telegram.on();
    alice.tapsItsMe(alice.question());

    alice.shows("Allowed since");
    assertThat(alice.messages()).hasSize(1);
    assertThat(router.view().permits(session.address())).isTrue();
  }

  @Test
  void a_chat_named_by_the_router_replaces_nothing_and_both_sides_hear_of_it() {
    Client alice = somebody();
    Client mallory = somebody();
    Session hers = alice.connects();
    Message question = alice.question();
    alice.tapsItsMe(question);
    alice.shows("Allowed since");
    alice.hangsUp(hers);

    alice.connects(Call.of(Account.of(alice.name, mallory.chat), alice.caller));

    alice.shows(message -> message.buttons().findAny().isPresent());
    alice.shows("Tell your admin");
    Awaitility.await().atMost(SOON).until(() -> toldAdmins("Find out why", alice.name) == 1);
    assertThat(mallory.messages()).isEmpty();
  }

  @Test
  void a_group_is_nobodys_second_factor() {
    Map<String, Object> hook = somebody().hook("10.90.0.4");
    hook.put("chat_id", -100_123);

    Doors.Answer answer = doors.post("/client/connect", HOOK, hook);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("field")).isEqualTo("chat_id");
  }

  @ParameterizedTest
  @CsvSource({
    "source_ip, 0.0.0.0",
    "source_ip, ff02::1",
    "caller_id, ::",
    "caller_id, 224.0.0.1",
  })
  void an_address_that_no_client_can_have_is_refused_by_its_field(String field, String address) {
    Map<String, Object> hook = somebody().hook("10.90.0.7");
    hook.put(field, address);

    Doors.Answer answer = doors.post("/client/connect", HOOK, hook);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("field")).isEqualTo(field);
  }

  @Test
  void a_caller_known_by_its_device_is_banned_by_account_alone() {
    Client alice = somebody();
    Session session = alice.connects(Call.of(alice.account(), "AA:BB:CC:00:11:22").by("pppoe"));
    assertThat(alice.question().text()).contains("AA:BB:CC:00:11:22");

    alice.tapsNotMe(alice.question());

    alice.shows("blocked until");
    assertThat(router.view().sessionOn(session.address())).isEmpty();
    Doors.Answer next = doors.post("/client/connect", HOOK, alice.hook("10.90.0.5"));
    assertThat(next.text("state")).isEqualTo("banned");
  }

  @Test
  void a_session_nobody_knows_has_nothing_to_end() {
    Doors.Answer answer = doors.post("/client/disconnect", HOOK, somebody().hook("10.90.0.6"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("type")).isEqualTo("urn:tapgate:problem:nothing-to-end");
  }

  @Test
  void the_time_check_does_at_once_what_the_timer_does() {
    Doors.Answer answer = doors.post("/client/timecheck", ADMIN, "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("expired").isNumber()).isTrue();
  }

  @Test
  void an_admin_hears_of_a_client_who_says_not_me() {
    Client alice = somebody();
    alice.connects();
    alice.tapsNotMe(alice.question());

    Awaitility.await().atMost(SOON).until(() -> toldAdmins("Not me", alice.name) == 1);
  }

  private Instant deadline(Client client) {
    return moment(client, "deadline_at");
  }

  private Duration timeToAnswer(Client client) {
    return Duration.between(moment(client, "asked_at"), deadline(client));
  }

  private Instant moment(Client client, String column) {
    return database
        .sql(
            "select x."
                + column
                + " from connection x join client c on c.id = client_id where c.name = :name")
        .param("name", client.name)
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .single();
  }

  private static Map<String, Object> withoutChat(Client client, Session session) {
    Map<String, Object> hook = client.hook(session.address());
    hook.remove("chat_id");
    return hook;
  }

  private static long toldAdmins(String words, String name) {
    List<Message> messages = telegram.view().chat(ADMIN_CHAT).messages();
    return messages.stream()
        .filter(message -> message.text().contains(words) && message.text().contains(name))
        .count();
  }
}
