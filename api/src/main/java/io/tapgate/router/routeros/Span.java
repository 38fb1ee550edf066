package io.tapgate.router.routeros;

import io.tapgate.router.RouterTrouble;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the router writes them ({@code 1w2d3h4m5s}, {@code 1d02:03:04}) and as we do. */
final class Span {
  /** The longest we ask for. A router counts to 35w3d13h13m56s and refuses what is beyond. */
  static final Duration LONGEST = Duration.ofDays(7 * 35);

  private static final Pattern PART =
      Pattern.compile(
          "(\\d{1,9})(ms|us|ns|[wdhms])|(\\d{1,9}):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9}))?");

  private Span() {}

  /** Whole seconds, rounded up, between one second and what the router can count to. */
  static String written(Duration span) {
    Duration some = checked(span);
    Duration whole = some.compareTo(LONGEST) > 0 ? LONGEST : some.plusNanos(999_999_999);
    return whole.toSeconds() + "s";
  }

  static Duration checked(Duration span) {
    if (span.isNegative() || span.isZero()) {
      throw new IllegalArgumentException("a span of time is longer than nothing");
    }
    return span;
  }

  static Duration read(String text) {
    Matcher part = PART.matcher(text);
    Duration sum = Duration.ZERO;
    int at = 0;
    while (part.region(at, text.length()).lookingAt()) {
      sum = sum.plus(part.group(2) == null ? clock(part) : unit(part));
      at = part.end();
    }
    if (at == 0 || at < text.length()) {
      throw new RouterTrouble.Refused("the router writes a time as " + Reply.shown(text));
    }
    return sum;
  }

  private static Duration unit(Matcher part) {
    long count = Long.parseLong(part.group(1));
    return switch (part.group(2)) {
      case "w" -> Duration.ofDays(7 * count);
      case "d" -> Duration.ofDays(count);
      case "h" -> Duration.ofHours(count);
      case "m" -> Duration.ofMinutes(count);
      case "s" -> Duration.ofSeconds(count);
      case "ms" -> Duration.ofMillis(count);
      case "us" -> Duration.ofNanos(1_000 * count);
      default -> Duration.ofNanos(count);
    };
  }

  private static Duration clock(Matcher part) {
    Duration whole =
        Duration.ofHours(Long.parseLong(part.group(3)))
            .plusMinutes(Long.parseLong(part.group(4)))
            .plusSeconds(Long.parseLong(part.group(5)));
    String fraction = part.group(6);
    return fraction == null ? whole : whole.plusNanos(nanos(fraction));
  }

  private static long nanos(String fraction) {
    return Long.parseLong((fraction + "00000000").substring(0, 9));
  }
}
