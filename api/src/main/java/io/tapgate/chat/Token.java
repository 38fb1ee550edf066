package io.tapgate.chat;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What the buttons of one question carry. Random enough that nobody guesses it, short enough for a
 * button, and it never appears in a log.
 */
public record Token(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22,60}");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 18;

  public Token {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("is not a token that a button of ours can carry");
    }
  }

  static Token fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Override
  public String toString() {
    return "token …";
  }
}
