package io.tapgate.watcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of update is in our words. */
class WordingTest {

  @ParameterizedTest
  @CsvSource({
    "/start, ",
    "/start Abc-1_2, Abc-1_2",
    "/start@gate_bot Abc, Abc",
    "'/start  ', ",
  })
  void a_start_carries_its_payload(String text, String payload) throws Exception {
    Map<String, Object> words = knock(Updates.text(1, 42, text)).words();
    assertThat(words).containsEntry("kind", "start").doesNotContainKey("text");
    assertThat(words.get("payload")).isEqualTo(payload);
    assertThat(words).containsEntry("chat_id", 42L).containsEntry("user_id", 42L);
  }

  @ParameterizedTest
  @CsvSource({"hello", "/starting", "/start a b"})
  void everything_else_written_is_text(String text) throws Exception {
    assertThat(knock(Updates.text(1, 42, text)).words())
        .containsEntry("kind", "text")
        .containsEntry("text", text)
        .containsEntry("message_id", 56)
        .containsEntry("language", "en");
  }

  @Test
  void long_text_is_cut_but_not_through_a_character() throws Exception {
    String text = "x".repeat(255) + "😀😀";
    assertThat(knock(Updates.text(1, 42, text)).words().get("text")).isEqualTo("x".repeat(255));
  }

  @Test
  void a_picture_is_text_without_words() throws Exception {
    String picture =
        """
        {"update_id":1,"message":{"message_id":5,"date":1790000000,
          "chat":{"id":-100500,"type":"supergroup","title":"Us"},
          "from":{"id":42,"is_bot":false,"first_name":"Ann"},
          "photo":[{"file_id":"a","file_unique_id":"b","width":1,"height":1}],
          "something_new":{"of":["Telegram"]}}}\
        """;
    assertThat(knock(picture).words())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("kind", "text", "chat_id", -100500L, "user_id", 42L, "message_id", 5));
  }

  @ParameterizedTest
  @CsvSource({"kicked, blocked", "left, blocked", "member, unblocked", "administrator, unblocked"})
  void blocking_the_bot_is_told(String status, String kind) throws Exception {
    assertThat(knock(Updates.membership(1, 42, status)).words())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("kind", kind, "chat_id", 42L, "user_id", 42L, "language", "en"));
  }

  @Test
  void a_button_in_a_message_that_is_long_gone_still_tells_where_it_was() throws Exception {
    String old =
        """
        {"update_id":1,"callback_query":{"id":"p","chat_instance":"7","data":"c:abc",
          "from":{"id":42,"is_bot":false,"first_name":"Ann"},
          "message":{"message_id":5,"date":0,"chat":{"id":-7,"type":"group"}}}}\
        """;
    assertThat(knock(old).words())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("token", "abc", "chat_id", -7L, "user_id", 42L, "message_id", 5));
  }

  @Test
  void a_button_without_a_message_has_no_chat_and_none_is_made_up() throws Exception {
    String nowhere =
        """
        {"update_id":1,"callback_query":{"id":"p","chat_instance":"7","data":"r:abc",
          "from":{"id":42,"is_bot":false,"first_name":"Ann"}}}\
        """;
    Knock knock = knock(nowhere);
    assertThat(knock.door()).isEqualTo(Knock.REJECT);
    assertThat(knock.words())
        .containsExactlyInAnyOrderEntriesOf(Map.of("token", "abc", "user_id", 42L));
  }

  @Test
  void ids_are_longer_than_32_bits() throws Exception {
    assertThat(knock(Updates.tap(1, 7_000_000_000L, "c:x")).words())
        .containsEntry("chat_id", 7_000_000_000L)
        .containsEntry("user_id", 7_000_000_000L);
  }

  @Test
  void a_kind_nobody_asked_for_is_noise() throws Exception {
    assertThat(heard("{\"update_id\":3,\"poll_from_the_future\":{}}"))
        .isEqualTo(new Heard.Noise(3));
  }

  private static Knock knock(String update) throws Exception {
    Heard heard = heard(update);
    assertThat(heard).isInstanceOf(Heard.Said.class);
    return ((Heard.Said) heard).knock();
  }

  private static Heard heard(String update) throws Exception {
    return new Reading().one(new ObjectMapper().readTree(update));
  }
}
