package io.tapgate.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How far a list was read. Written in microseconds, as {@code at.id}. */
public record Cursor(Instant at, long id) {

  /** As it was written. */
  public static Cursor read(String written) {
    if (!written.matches("[0-9]{1,18}\\.[0-9]{1,18}")) {
      throw new IllegalArgumentException("must be what an earlier page gave as next");
    }
    int dot = written.indexOf('.');
    return new Cursor(
        Instant.EPOCH.plus(Long.parseLong(written.substring(0, dot)), ChronoUnit.MICROS),
        Long.parseLong(written.substring(dot + 1)));
  }

  @Override
  public String toString() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + id;
  }
}
