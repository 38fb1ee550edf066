package io.tapgate.router.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.client.ChatId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a comment says, read as the router's own script reads it. */
class AccountCommentTest {

  @ParameterizedTest
  @ValueSource(strings = {"tapgate", "tapgate chat=5", "tapgate of the second floor"})
  void its_first_word_makes_it_ours(String text) {
    assertThat(new AccountComment(text).isOurs()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tapgates", " tapgate", "Tapgate", "not tapgate", "chat=5"})
  void anything_else_is_the_admins(String text) {
    assertThat(new AccountComment(text).isOurs()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "chat=5, 5",
    "tapgate chat=4000000007 floor 3, 4000000007",
    "from the office chat=123456789012345678, 123456789012345678"
  })
  void the_chat_is_a_word_of_its_own(String text, long chat) {
    assertThat(new AccountComment(text).chat()).contains(new ChatId(chat));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "chat=",
        "chat=0",
        "chat=05",
        "chat=-100",
        "chat=5x",
        "wechat=5",
        "chat=x chat=5",
        "chat=1234567890123456789"
      })
  void what_is_no_chat_names_none(String text) {
    assertThat(new AccountComment(text).chat()).isEmpty();
  }

  @Test
  void ours_names_whose_it_is_and_the_chat_before_the_words() {
    Optional<String> words = Optional.of("second floor");
    assertThat(AccountComment.ours(Optional.of(new ChatId(5)), words).text())
        .isEqualTo("tapgate chat=5 second floor");
    assertThat(AccountComment.ours(Optional.empty(), Optional.empty()).text()).isEqualTo("tapgate");
  }

  @Test
  void the_words_name_no_chat() {
    assertThat(AccountComment.words(" second floor ")).isEqualTo("second floor");
    assertThatThrownBy(() -> AccountComment.words("floor chat=5"))
        .hasMessageContaining("name the chat as chat_id");
    assertThatThrownBy(() -> AccountComment.words("chat=5"))
        .hasMessageContaining("name the chat as chat_id");
    assertThatThrownBy(() -> AccountComment.words("x".repeat(129)))
        .hasMessageContaining("at most 128");
  }
}
