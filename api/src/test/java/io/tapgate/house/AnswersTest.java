package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Message;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taps that must change nothing, and what the person is told. */
class AnswersTest extends House {

  @Test
  void a_second_tap_changes_nothing_and_reads_as_success() {
    Client alice = somebody();
    alice.connects();
    Message question = alice.question();
    alice.tapsItsMe(question);

    Doors.Answer again = alice.tapsItsMe(question);
    Doors.Answer regret = alice.tapsNotMe(question);

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("state")).isEqualTo("confirmed");
    assertThat(again.text("toast")).isEqualTo("Already confirmed.");
    assertThat(regret.status()).isEqualTo(409);
    assertThat(regret.text("state")).isEqualTo("confirmed");
    assertThat(regret.text("toast")).contains("is open", "tell your admin now");
  }

  @Test
  void a_late_tap_changes_nothing() {
    Client alice = somebody();
    Session session = alice.connects();
    Message question = alice.question();
    time.passes(TIMEOUT);

    Doors.Answer late = alice.tapsItsMe(question);

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text("state")).isEqualTo("expired");
    assertThat(late.text("toast")).startsWith("Too late");
    alice.shows("Time is over");
    assertThat(router.view().permits(session.address())).isFalse();
  }

  @Test
  void another_persons_tap_changes_nothing() {
    Client alice = somebody();
    Client mallory = somebody();
    Session session = alice.connects();
    Message question = alice.question();

    Doors.Answer fromAnotherChat = tap(Client.token(question), mallory.chat, mallory.chat);
    Doors.Answer byAnotherPerson = tap(Client.token(question), alice.chat, mallory.chat);

    assertThat(fromAnotherChat.status()).isEqualTo(403);
    assertThat(byAnotherPerson.status()).isEqualTo(403);
    assertThat(byAnotherPerson.text("toast")).isNotBlank();
    assertThat(router.view().permits(session.address())).isFalse();
    assertThat(alice.tapsItsMe(question).status()).isEqualTo(200);
  }

  @Test
  void a_forged_token_is_unknown_whatever_it_looks_like() {
    for (String forged :
        new String[] {"x", "A".repeat(24), "A".repeat(500), "' or 1=1 --", "c:abc", "🙂"}) {
      Doors.Answer answer = tap(forged, 1, 1);
      assertThat(answer.status()).as(forged).isEqualTo(404);
      assertThat(answer.text("toast")).isNotBlank();
    }
  }

  @Test
  void an_old_button_never_answers_for_a_newer_connection() {
    Client alice = somebody();
    Session first = alice.connects();
    Message old = alice.question();
    alice.hangsUp(first);
    alice.shows("ended before it was answered");
    Session second = alice.connects();
    alice.question();

    Doors.Answer answer = alice.tapsItsMe(old);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("state")).isEqualTo("ended");
    assertThat(router.view().permits(second.address())).isFalse();
  }

  @Test
  void a_message_that_a_tap_reveals_as_unknown_loses_its_buttons() {
    Client alice = somebody();
    alice.connects();
    Message question = alice.question();
    int stray = question.id() + 4000;

    Doors.Answer answer =
        doors.post(
            "/client/confirm",
            WATCHER,
            Map.of(
                "token",
                Client.token(question),
                "chat_id",
                Long.toString(alice.chat),
                "user_id",
                alice.chat,
                "message_id",
                stray));

    assertThat(answer.status()).isEqualTo(200);
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThat(telegram.calls("editMessageReplyMarkup"))
                .anyMatch(call -> Long.toString(alice.chat).equals(call.chat())));
  }

  /** The watcher takes for an answer only what has words for the person. */
  @ParameterizedTest
  @CsvSource({"/client/confirm", "/client/reject", "/watcher/update"})
  void every_no_has_words_for_the_person(String door) {
    Map<String, String> noes =
        Map.of(
            "400, no JSON", "{",
            "400, no object", "[]",
            "400, a field is missing", "{\"language\":\"ru\"}",
            "400, a field is wrong", "{\"chat_id\":\"x\",\"token\":\"x\",\"kind\":\"x\"}",
            "413, too long", "{\"text\":\"" + "x".repeat(70_000) + "\"}");
    noes.forEach((what, body) -> {
      Doors.Answer answer = doors.post(door, WATCHER, body);
      assertThat(answer.status()).as(what).isEqualTo(Integer.parseInt(what.substring(0, 3)));
      assertThat(answer.text("toast")).as(what).isNotBlank();
    });
    assertThat(doors.post(door, "wrong", "{}").status()).isEqualTo(401);
  }

  private Doors.Answer tap(String token, long chat, long user) {
    return doors.post(
        "/client/confirm", WATCHER, Map.of("token", token, "chat_id", chat, "user_id", user));
  }
}
