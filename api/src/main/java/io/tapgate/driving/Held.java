package io.tapgate.driving;

import java.time.Duration;

/**
 * A claim we hold, timed by our own stopwatch from before we asked for it: it runs out here before
 * it does in the database, also when this node slept in between.
 */
public final class Held {
  private final Claim claim;
  private final long since;
  private final Duration span;

  Held(Claim claim, long since, Duration span) {
    this.claim = claim;
    this.since = since;
    this.span = span;
  }

  public Claim claim() {
    return claim;
  }

  public boolean holds() {
    return age().compareTo(span) < 0;
  }

  Duration age() {
    return Duration.ofNanos(System.nanoTime() - since);
  }
}
