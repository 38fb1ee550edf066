package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tapgate.playground.telegram.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What whoever writes to the bot is answered. */
class WelcomeTest extends House {
  private static final Duration SOON = Duration.ofSeconds(15);

  @Test
  void a_person_is_told_their_number_and_what_comes_next() {
    Client alice = somebody();
    alice.starts();
    alice.shows("The number of this chat is " + alice.chat);
    alice.shows("a question comes here");
  }

  @Test
  void a_group_is_told_once_what_its_number_is_good_for_and_never_to_wait_for_a_question() {
    for (int message = 1; message <= 20; message++) {
      says("start", message);
      says("text", message);
    }
    await().atMost(SOON).until(() -> owed() == 0 && !read().isEmpty());
    assertThat(read())
        .singleElement()
        .extracting(Message::text)
        .asString()
        .contains("The number of this group is " + GROUP, "ADMIN_CHATS", "to this bot alone")
        .doesNotContain("a question comes here");
  }

  private static List<Message> read() {
    return telegram.view().chat(GROUP).messages();
  }

  private int owed() {
    return database
        .sql("select count(*) from notice where chat_id = :group and tell_at is not null")
        .param("group", GROUP)
        .query(Integer.class)
        .single();
  }

  private void says(String kind, int message) {
    Map<String, Object> update =
        Map.of("kind", kind, "chat_id", GROUP, "language", "en", "message_id", message);
    assertThat(doors.post("/watcher/update", WATCHER, update).status()).isEqualTo(200);
  }
}
