package io.tapgate.playground.router.console;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as a router reads and prints them. */
final class Span {
  private static final Pattern UNITS =
      Pattern.compile(
          "(?:(\\d{1,9})w)?(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?");
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,9})w)?(?:(\\d{1,9})d)?(\\d{1,3}):(\\d{2}):(\\d{2})");
  private static final Pattern SECONDS = Pattern.compile("()()()()(\\d{1,9})");

  private Span() {}

  /** Reads {@code 29m58s}, {@code 00:30:00}, {@code 1d02:03:04} or plain seconds. */
  static Optional<Duration> parse(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (Pattern form : new Pattern[] {UNITS, CLOCK, SECONDS}) {
      Matcher matcher = form.matcher(text);
      if (matcher.matches()) {
        return Optional.of(sum(matcher));
      }
    }
    return Optional.empty();
  }

  private static Duration sum(Matcher matcher) {
    return Duration.ofDays(7 * part(matcher, 1) + part(matcher, 2))
        .plusHours(part(matcher, 3))
        .plusMinutes(part(matcher, 4))
        .plusSeconds(part(matcher, 5));
  }

  private static long part(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  /** In units, whole seconds, without the units that are zero. */
  static String print(Duration span) {
    StringBuilder text = new StringBuilder();
    unit(span.toDays() / 7, 'w', text);
    unit(span.toDays() % 7, 'd', text);
    unit(span.toHoursPart(), 'h', text);
    unit(span.toMinutesPart(), 'm', text);
    unit(span.toSecondsPart(), 's', text);
    return text.isEmpty() ? "0s" : text.toString();
  }

  private static void unit(long count, char letter, StringBuilder text) {
    if (count > 0) {
      text.append(count).append(letter);
    }
  }
}
