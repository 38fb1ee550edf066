package io.tapgate.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @Test
  void words_lose_the_blanks_around_them() {
    assertThat(PlainText.words("  lost her laptop ")).isEqualTo("lost her laptop");
    assertThat(PlainText.words("x")).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "   ", "\u00a0", "\u200b\ufeff", "\u2003 \u2060"})
  void what_nobody_can_see_is_no_word(String text) {
    assertThatThrownBy(() -> PlainText.words(text)).hasMessage("is blank; write it in words");
  }
}
