package io.tapgate.driving;

import java.time.Duration;

/** A driver that looks again only when it is woken, in a time that goes by when a test says so. */
public final class DriverFixture {
  private static final Duration TILL_WOKEN = Duration.ofHours(1);

  private DriverFixture() {}

  public static Driver driver(
      String thing, Claims claims, Lifeline lifeline, Driver.Round round, HandStopwatch time) {
    return new Driver(thing, "here", claims, lifeline, round, time.stopwatch(), TILL_WOKEN);
  }
}
