package io.tapgate.router;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a router's reports arrive. One may get lost; when sessions come up again and again and no
 * report is taken in between, they do not.
 *
 * @param last when one was last taken, to the minute
 * @param missingSince since when sessions are found that none told of, and none was taken
 * @param told whether those who run it were told so
 */
public record Reporting(@Nullable Instant last, @Nullable Instant missingSince, boolean told) {
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  /** A session was found that no report told of. */
  Reporting missing(Instant now, Duration patience) {
    Instant begun = missingSince == null ? now : missingSince;
    return new Reporting(last, begun, told || !begun.plus(patience).isAfter(now));
  }

  static Reporting taken(Instant now) {
    return new Reporting(now, null, false);
  }

  /** Whether it is worth a write that a report was taken. */
  boolean isToBeNoted(Instant now) {
    return last == null || missingSince != null || !last.plus(NOTED_EVERY).isAfter(now);
  }
}
