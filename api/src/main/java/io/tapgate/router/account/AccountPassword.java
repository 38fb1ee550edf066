package io.tapgate.router.account;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a person types into a phone, once: small letters alone, none that looks like another, in
 * groups that the eye can hold. 24 of 23 letters are 108 bits. Its text shows nothing of it.
 */
public record AccountPassword(String value) {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";
  private static final int GROUPS = 4;
  private static final int GROUP = 6;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static AccountPassword fresh() {
    return new AccountPassword(
        IntStream.range(0, GROUPS).mapToObj(_ -> group()).collect(Collectors.joining("-")));
  }

  private static String group() {
    return RANDOM
        .ints(GROUP, 0, LETTERS.length())
        .mapToObj(LETTERS::charAt)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return "a password";
  }
}
