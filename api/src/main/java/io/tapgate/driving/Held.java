package io.tapgate.driving;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A claim we hold, timed by our own stopwatch from before we asked for it: it runs out here before
 * it does in the database, also when this node slept in between, and at once with its lifeline.
 *
 * <p>Renewed, it runs on: what was begun under it may take longer than one span.
 */
public final class Held {
  private final Claim claim;
  private final Stopwatch stopwatch;
  private final Duration span;
  private final BooleanSupplier lifeline;
  private volatile Stopwatch.Mark asked;
  private volatile boolean letGo;

  /**
   * @param lifeline whether the line it was claimed under still stands
   */
  Held(
      Claim claim,
      Stopwatch stopwatch,
      Stopwatch.Mark asked,
      Duration span,
      BooleanSupplier lifeline) {
    this.claim = claim;
    this.stopwatch = stopwatch;
    this.asked = asked;
    this.span = span;
    this.lifeline = lifeline;
  }

  public Claim claim() {
    return claim;
  }

  public boolean holds() {
    return !letGo && lifeline.getAsBoolean() && age().compareTo(span) < 0;
  }

  /**
   * It was renewed: its span begins anew at the moment of asking. False if what came back is
   * another claim, or the line it was made under has ended: somebody else may have driven in
   * between.
   */
  boolean goesOn(Claim renewed, Stopwatch.Mark askedAt) {
    boolean same = !letGo && lifeline.getAsBoolean() && claim.equals(renewed);
    if (same) {
      asked = askedAt;
    }
    return same;
  }

  /** Whoever still works under it must stop: somebody else may begin. */
  void letGo() {
    letGo = true;
  }

  Duration age() {
    return stopwatch.since(asked);
  }
}
