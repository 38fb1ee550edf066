package io.tapgate.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as an admin writes it: {@code 90s}, {@code 5m}, {@code 1h}, {@code 30d}; a bare
 * number is minutes; {@code never} has no end.
 */
public record Span(Optional<Duration> length) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})([smhd]?)");
  private static final Duration LONGEST = Duration.ofDays(3650);

  /** Reads it. What does not fit is refused with what to write instead. */
  public static Span parse(String text) {
    if (text.equals("never")) {
      return new Span(Optional.empty());
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "write a duration such as 90s, 5m, 1h or 30d (a bare number is minutes)");
    }
    Duration length = Duration.of(Long.parseLong(form.group(1)), unit(form.group(2)));
    if (length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("write a duration of at most 3650d");
    }
    return new Span(Optional.of(length));
  }

  /** For a setting that is {@link Bounded}. */
  public Duration bounded() {
    return length.orElseThrow(() -> new IllegalStateException("never has no end"));
  }

  /** As an admin writes it, in the largest unit that fits. */
  public String written() {
    return length.map(Span::written).orElse("never");
  }

  private static String written(Duration length) {
    long seconds = length.toSeconds();
    for (String letter : new String[] {"d", "h", "m"}) {
      long one = Duration.of(1, unit(letter)).toSeconds();
      if (seconds % one == 0) {
        return seconds / one + letter;
      }
    }
    return seconds + "s";
  }

  @Override
  public String toString() {
    return length.map(Duration::toString).orElse("never");
  }

  private static ChronoUnit unit(String letter) {
    return switch (letter) {
      case "s" -> ChronoUnit.SECONDS;
      case "h" -> ChronoUnit.HOURS;
      case "d" -> ChronoUnit.DAYS;
      default -> ChronoUnit.MINUTES;
    };
  }
}
