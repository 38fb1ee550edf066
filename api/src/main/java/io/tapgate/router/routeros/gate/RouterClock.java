package io.tapgate.router.routeros.gate;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** What time a router has. Formats of before 7.10 are not read. */
final class RouterClock {
  private RouterClock() {}

  static Optional<Instant> now(Standing standing) {
    return standing
        .only(Menu.CLOCK)
        .flatMap(clock ->
            moment(
                Standing.said(clock, "date") + " " + Standing.said(clock, "time"),
                clock.find("gmt-offset").orElse("+00:00")));
  }

  /** As the router writes the end of a certificate: by its own zone, which is hours off at most. */
  static Optional<Instant> moment(String text) {
    return moment(text, "+00:00");
  }

  private static Optional<Instant> moment(String text, String offset) {
    try {
      return Optional.of(
          LocalDateTime.parse(text.strip().replace(' ', 'T')).toInstant(ZoneOffset.of(offset)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
