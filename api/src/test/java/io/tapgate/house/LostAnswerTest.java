package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tapgate.chat.Face;
import io.tapgate.chat.MessageId;
import io.tapgate.chat.Question;
import io.tapgate.chat.Questions;
import io.tapgate.chat.Token;
import io.tapgate.driving.Claim;
import io.tapgate.playground.telegram.Message;
import io.tapgate.playground.telegram.TelegramWeather;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Telegram did what it was asked, and its answer never came. */
class LostAnswerTest extends House {
  private static final Duration SOON = Duration.ofSeconds(15);

  @Autowired private Questions questions;

  @Test
  void a_question_sent_twice_is_one_question_and_one_tap_takes_the_buttons_of_both() {
    telegram.weather(new TelegramWeather.Cut());
    Client alice = somebody();
    alice.connects();
    await().atMost(SOON).until(() -> !questions(alice).isEmpty());
    telegram.on();
    await().atMost(SOON).until(() -> known(alice) == 1);
    List<Message> asked = questions(alice);
    assertThat(asked).hasSizeGreaterThanOrEqualTo(2);
    assertThat(asked.stream().map(Client::token).distinct()).hasSize(1);

    Doors.Answer answer = alice.tapsItsMe(asked.getFirst());

    assertThat(answer.text("state")).isEqualTo("confirmed");
    await().atMost(SOON).until(() -> questions(alice).size() == asked.size() - 2);
    alice.shows("Allowed since");
    assertThat(connections(alice)).isEqualTo(1);
  }

  @Test
  void a_question_nobody_knew_to_be_there_loses_its_buttons_also_by_a_tap_that_is_too_late() {
    telegram.weather(new TelegramWeather.Cut());
    Client alice = somebody();
    alice.connects();
    await().atMost(SOON).until(() -> !questions(alice).isEmpty());
    telegram.off();
    timeIsOver(alice);
    telegram.on();
    await().atMost(SOON).until(() -> due(alice) == 0);
    Message asked = questions(alice).getFirst();

    Doors.Answer late = alice.tapsItsMe(asked);

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text("state")).isEqualTo("expired");
    Message shown =
        alice.shows(message -> message.id() == asked.id() && message.buttons().findAny().isEmpty());
    assertThat(shown.text()).contains("Time is over");
  }

  /** The driver read the question, then came the tap, and only then was its result written. */
  @Test
  void what_was_found_out_before_a_message_came_to_light_is_not_said_of_it() {
    telegram.off();
    Client alice = somebody();
    alice.connects();
    await().atMost(SOON).until(() -> due(alice) == 1);
    Question read = questions.withToken(new Token(tokenOf(alice))).orElseThrow();

    assertThat(questions.adopt(read.connection(), new MessageId(7_000_000))).isTrue();
    questions.shows(read, Face.DROPPED, driversClaim());

    assertThat(questions.stillDue(read.connection()))
        .hasValueSatisfying(due -> {
          assertThat(due.message()).contains(new MessageId(7_000_000));
          assertThat(due.shown()).isEmpty();
        });
  }

  private String tokenOf(Client client) {
    return database
        .sql("select token from question where chat_id = :chat")
        .param("chat", client.chat)
        .query(String.class)
        .single();
  }

  private Claim driversClaim() {
    return database
        .sql("select owner, epoch from drive where thing = 'bot'")
        .query((row, _) -> new Claim("bot", row.getString(1), row.getLong(2)))
        .single();
  }

  /** The clock cannot be pushed on: while Telegram is away the question is owed. */
  private void timeIsOver(Client client) {
    int changed =
        database
            .sql(
                "update connection c set deadline_at = tapgate_now() from client"
                    + " where client.id = c.client_id and client.chat_id = :chat")
            .param("chat", client.chat)
            .update();
    assertThat(changed).isEqualTo(1);
    await().atMost(SOON).until(() -> expired(client) == 1);
  }

  private int expired(Client client) {
    return count(
        "select count(*) from connection c join client on client.id = c.client_id"
            + " where client.chat_id = :chat and c.state = 'EXPIRED'",
        client);
  }

  private int due(Client client) {
    return count(
        "select count(*) from question where chat_id = :chat and tell_at is not null", client);
  }

  private static List<Message> questions(Client client) {
    return client.messages().stream()
        .filter(message -> message.buttons().findAny().isPresent())
        .toList();
  }

  private int known(Client client) {
    return count(
        "select count(*) from question where chat_id = :chat and message_id is not null", client);
  }

  private int connections(Client client) {
    return count(
        "select count(*) from connection c join client on client.id = c.client_id"
            + " where client.chat_id = :chat",
        client);
  }

  private int count(String sql, Client client) {
    return database.sql(sql).param("chat", client.chat).query(Integer.class).single();
  }
}
