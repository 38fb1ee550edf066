package io.tapgate.stories;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks again, every 50 ms, until it is so. For what nobody announces. */
final class Eventually {
  static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Eventually() {}

  /**
   * What is promised where the machine has room for us; where it is busy with others, a late answer
   * proves nothing, and five times as long will do.
   */
  static Duration promised(Duration span) {
    return isBusy() ? span.multipliedBy(5) : span;
  }

  /** Whether others want the machine as well. */
  static boolean isBusy() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load > 1.5 * Runtime.getRuntime().availableProcessors();
  }

  static void eventually(String what, BooleanSupplier holds) {
    eventually(() -> what, SOON, holds);
  }

  static void eventually(Supplier<String> what, Duration patience, BooleanSupplier holds) {
    long end = System.nanoTime() + patience.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + patience.toSeconds() + " s: " + what.get());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
