package io.tapgate.cli;

import io.tapgate.cli.api.Failure;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spans and moments as people type them. */
final class Typed {
  private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,6})([smhd])");

  private Typed() {}

  /** Checked here, so that a slip is found before anything is sent. */
  static @Nullable String span(@Nullable String typed) {
    if (typed != null && !typed.equals("never") && !SPAN.matcher(typed).matches()) {
      throw Failure.typed(
          "'" + typed + "' is no span: write one such as 90s, 5m, 2h, 30d, or never.");
    }
    return typed;
  }

  /** {@code 2h} ago, a day, or a time of this machine's zone. */
  static @Nullable Instant moment(@Nullable String typed, Instant now, ZoneId zone) {
    if (typed == null) {
      return null;
    }
    Matcher span = SPAN.matcher(typed);
    if (span.matches()) {
      return now.minus(span(Long.parseLong(span.group(1)), span.group(2).charAt(0)));
    }
    try {
      return named(typed, zone);
    } catch (DateTimeException _) {
      throw Failure.typed(
          "'" + typed + "' is no time: write 2h (ago), 2026-11-26, or 2026-11-26T14:05.");
    }
  }

  private static Instant named(String typed, ZoneId zone) {
    if (typed.endsWith("Z")) {
      return Instant.parse(typed);
    }
    return typed.contains("T")
        ? LocalDateTime.parse(typed).atZone(zone).toInstant()
        : LocalDate.parse(typed).atStartOfDay(zone).toInstant();
  }

  private static Duration span(long figure, char unit) {
    return switch (unit) {
      case 's' -> Duration.ofSeconds(figure);
      case 'm' -> Duration.ofMinutes(figure);
      case 'h' -> Duration.ofHours(figure);
      default -> Duration.ofDays(figure);
    };
  }
}
