package io.tapgate.playground.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Sleeps for as long as the clock says is left, and looks again: the clock may have been set. */
record Sleeping(InstantSource clock) implements Time {
  private static final Duration LONGEST_NAP = Duration.ofMinutes(1);

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public void until(Instant moment) throws InterruptedException {
    Instant now = instant();
    while (now.isBefore(moment)) {
      Duration left = Duration.between(now, moment);
      // Never less than a millisecond: a rest of some nanoseconds would be no sleep at all.
      Thread.sleep(Math.clamp(left.toMillis() + 1, 1, LONGEST_NAP.toMillis()));
      now = instant();
    }
  }
}
