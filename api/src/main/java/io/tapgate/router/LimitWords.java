package io.tapgate.router;

import io.tapgate.settings.Span;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an admin writes of a router's own limits; what is empty stays as it was. The word "default"
 * is for whatever the settings say.
 */
public record LimitWords(
    Optional<String> timeout, Optional<String> unconfirmed, Optional<String> ban) {
  private static final String AS_THE_SETTINGS_SAY = "default";
  private static final int MOST_UNCONFIRMED = 1000;

  public LimitWords {
    timeout.ifPresent(LimitWords::timeout);
    unconfirmed.ifPresent(LimitWords::unconfirmed);
    ban.ifPresent(LimitWords::ban);
  }

  public static LimitWords none() {
    return new LimitWords(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A duration that ends. */
  public static String timeout(String text) {
    return fitting(
        text,
        word ->
            Span.parse(word)
                .length()
                .orElseThrow(() ->
                    new IllegalArgumentException(
                        "write a duration such as 90s or 5m; this one must have an end")));
  }

  public static String unconfirmed(String text) {
    return fitting(text, LimitWords::number);
  }

  public static String ban(String text) {
    return fitting(text, Span::parse);
  }

  OwnLimits over(OwnLimits before) {
    return new OwnLimits(
        meant(timeout, Span::parse, before.timeout()),
        meant(unconfirmed, LimitWords::number, before.unconfirmed()),
        meant(ban, Span::parse, before.ban()));
  }

  private static <T> Optional<T> meant(
      Optional<String> said, Function<String, T> meaning, Optional<T> before) {
    return said.isEmpty()
        ? before
        : said.filter(word -> !word.equals(AS_THE_SETTINGS_SAY)).map(meaning);
  }

  private static int number(String text) {
    if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > MOST_UNCONFIRMED) {
      throw new IllegalArgumentException("write a whole number from 1 to 1000, or default");
    }
    return Integer.parseInt(text);
  }

  private static String fitting(String text, Function<String, ?> meaning) {
    if (!text.equals(AS_THE_SETTINGS_SAY)) {
      Object _ = meaning.apply(text);
    }
    return text;
  }
}
