package io.tapgate.cli.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Times and spans as one would say them, seen from now. Formatters of Java's cost a start 30 ms.
 */
public record Moments(Instant now, ZoneId zone) {
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  /** {@code 14:05}, {@code Nov 3 14:05} or {@code 2025-11-03}, whichever is enough. */
  public String at(Instant when) {
    LocalDateTime local = LocalDateTime.ofInstant(when, zone);
    LocalDateTime today = LocalDateTime.ofInstant(now, zone);
    if (local.toLocalDate().equals(today.toLocalDate())) {
      return clock(local);
    }
    if (local.getYear() == today.getYear()) {
      return MONTHS[local.getMonthValue() - 1] + " " + local.getDayOfMonth() + " " + clock(local);
    }
    return local.toLocalDate().toString();
  }

  public String at(Optional<Instant> when) {
    return when.map(this::at).orElse("");
  }

  /** {@code 14:05, in 3 min} or {@code 14:05, 3 min ago}. */
  public String atAndFrom(Optional<Instant> when) {
    return when.map(one -> at(one) + ", " + from(one)).orElse("");
  }

  public String from(Instant when) {
    return when.isAfter(now)
        ? "in " + span(Duration.between(now, when))
        : span(Duration.between(when, now)) + " ago";
  }

  public String from(Optional<Instant> when) {
    return when.map(this::from).orElse("");
  }

  /**
   * The two largest units at most: {@code 45 s}, {@code 4 min}, {@code 1 h 5 min}, {@code 3 days}.
   */
  public static String span(Duration span) {
    long seconds = Math.max(0, span.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min";
    }
    if (seconds < 48 * 3600) {
      return with(seconds / 3600 + " h", seconds % 3600 / 60, " min");
    }
    return seconds / 86_400 + " days";
  }

  private static String with(String large, long small, String unit) {
    return small == 0 ? large : large + " " + small + unit;
  }

  /** Now, to the second. */
  public String clock() {
    LocalDateTime local = LocalDateTime.ofInstant(now, zone);
    return clock(local) + ":" + two(local.getSecond());
  }

  private static String clock(LocalDateTime time) {
    return two(time.getHour()) + ":" + two(time.getMinute());
  }

  private static String two(int figure) {
    return figure < 10 ? "0" + figure : "" + figure;
  }
}
