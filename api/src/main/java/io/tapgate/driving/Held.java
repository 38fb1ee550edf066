package io.tapgate.driving;

import java.time.Duration;

/**
 * A claim we hold, timed by our own stopwatch from before we asked for it: it runs out here before
 * it does in the database, also when this node slept in between.
 */
public final class Held {
  private final Claim claim;
  private final Stopwatch stopwatch;
  private final Stopwatch.Mark asked;
  private final Duration span;
  private volatile boolean letGo;

  Held(Claim claim, Stopwatch stopwatch, Stopwatch.Mark asked, Duration span) {
    this.claim = claim;
    this.stopwatch = stopwatch;
    this.asked = asked;
    this.span = span;
  }

  public Claim claim() {
    return claim;
  }

  public boolean holds() {
    return !letGo && age().compareTo(span) < 0;
  }

  /** Whoever still works under it must stop: somebody else may begin. */
  void letGo() {
    letGo = true;
  }

  Duration age() {
    return stopwatch.since(asked);
  }
}
