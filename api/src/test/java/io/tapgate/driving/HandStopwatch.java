package io.tapgate.driving;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Time that goes by when a test says so. */
public final class HandStopwatch {
  private final AtomicLong steady = new AtomicLong(-5_000_000_000L);
  private final AtomicReference<Instant> wall = new AtomicReference<>(Instant.EPOCH);

  Stopwatch stopwatch() {
    return new Stopwatch(steady::get, wall::get);
  }

  public void pass(Duration span) {
    steady.addAndGet(span.toNanos());
    wall.updateAndGet(now -> now.plus(span));
  }

  /** The machine slept: only the wall clock went on. */
  void sleep(Duration span) {
    wall.updateAndGet(now -> now.plus(span));
  }

  /** Somebody set the wall clock back. */
  void setBack(Duration span) {
    wall.updateAndGet(now -> now.minus(span));
  }
}
