package io.tapgate.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
  private static final int LONGEST_BUTTON = 64;

  @Test
  void a_token_carries_at_least_128_bits() {
    byte[] bytes = Base64.getUrlDecoder().decode(Token.fresh().value());
    assertThat(bytes.length * 8).isGreaterThanOrEqualTo(128);
  }

  @Test
  void every_bit_of_a_token_is_drawn() {
    List<byte[]> drawn =
        Stream.generate(Token::fresh)
            .limit(200)
            .map(token -> Base64.getUrlDecoder().decode(token.value()))
            .toList();
    byte[] everOne = new byte[drawn.getFirst().length];
    byte[] everZero = new byte[everOne.length];
    for (byte[] bytes : drawn) {
      for (int i = 0; i < bytes.length; i++) {
        everOne[i] |= bytes[i];
        everZero[i] |= (byte) ~bytes[i];
      }
    }
    assertThat(everOne).containsOnly(0xff);
    assertThat(everZero).containsOnly(0xff);
  }

  @Test
  void no_token_comes_twice() {
    assertThat(Stream.generate(Token::fresh).limit(10_000).distinct()).hasSize(10_000);
  }

  @Test
  void a_button_can_carry_the_longest_token() {
    String longest = "c:" + new Token("x".repeat(60)).value();
    assertThat(longest.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(LONGEST_BUTTON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "xxxxxxxxxxxxxxxxxxxxx", "xxxxxxxxxxxxxxxxxxxxxx=", "\0"})
  void what_no_button_of_ours_carries_is_no_token(String text) {
    assertThatThrownBy(() -> new Token(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Token("x".repeat(61))).hasMessageNotContaining("xxx");
  }

  @Test
  void its_text_hides_it() {
    Token token = Token.fresh();
    Letter.Button button = new Letter.Button("It's me", "c:" + token.value(), Letter.Tone.YES);
    assertThat(token.toString()).doesNotContain(token.value());
    assertThat(new Letter("Is it you?", List.of(button)).toString())
        .doesNotContain(token.value())
        .contains("It's me");
  }
}
