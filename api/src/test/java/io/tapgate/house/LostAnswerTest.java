package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tapgate.playground.telegram.Message;
import io.tapgate.playground.telegram.TelegramWeather;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Telegram did what it was asked, and its answer never came. */
class LostAnswerTest extends House {
  private static final Duration SOON = Duration.ofSeconds(15);

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
