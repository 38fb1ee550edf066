package io.tapgate.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntroductionTest {
  private static final Optional<AccountName> ALICE = Optional.of(new AccountName("alice"));
  private static final Optional<ChatId> HER_CHAT = Optional.of(new ChatId(42));

  @Test
  void a_name_or_a_chat_or_both_introduce_somebody() {
    assertThat(new Introduction(ALICE, Optional.empty()).name()).isEqualTo(ALICE);
    assertThat(new Introduction(Optional.empty(), HER_CHAT).chat()).isEqualTo(HER_CHAT);
    assertThat(new Introduction(ALICE, HER_CHAT).chat()).isEqualTo(HER_CHAT);
  }

  @Test
  void nobody_is_nobody() {
    assertThatThrownBy(() -> new Introduction(Optional.empty(), Optional.empty()))
        .hasMessage("name or chat_id is required");
  }

  @Test
  void a_group_is_nobodys_second_factor() {
    Optional<ChatId> group = Optional.of(new ChatId(-100_123));
    assertThatThrownBy(() -> new Introduction(ALICE, group)).hasMessageContaining("group");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "Alice Ünal", "a b", "имя", "=.id=*1", "'; drop table", "𝕏"})
  void an_account_name_is_kept_letter_for_letter(String name) {
    assertThat(new AccountName(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "a\nb", "a\0b", "\u007f", "a\u0085b"})
  void an_account_name_is_one_line_of_something(String name) {
    assertThatThrownBy(() -> new AccountName(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_account_name_has_at_most_128_characters() {
    assertThat(new AccountName("x".repeat(128)).value()).hasSize(128);
    assertThatThrownBy(() -> new AccountName("x".repeat(129)))
        .hasMessage("an account name has 1 to 128 characters");
  }
}
