package io.tapgate.doors;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A moment as it is written behind the question mark: of a year that the database knows as well.
 */
public final class Moment {
  private static final int LAST_YEAR = 9999;

  private Moment() {}

  public static Instant read(String text) {
    try {
      Instant moment = OffsetDateTime.parse(text).toInstant();
      int year = moment.atOffset(ZoneOffset.UTC).getYear();
      if (year >= 1 && year <= LAST_YEAR) {
        return moment;
      }
    } catch (DateTimeException _) {
      // Falls through to the refusal.
    }
    throw new IllegalArgumentException(
        "write a moment such as 2026-11-27T08:30:00Z, of a year from 1 to " + LAST_YEAR);
  }
}
