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
  private static final Stalls STALLS = Stalls.ofThisMachine();

  private Eventually() {}

  /**
   * What is promised where the machine has room for us; where it is busy with others, a late answer
   * proves nothing, and five times as long will do, or as many times as there are others for each
   * processor. For as long as it stood still since that moment nothing was promised at all.
   */
  static Duration promised(Duration span, long since) {
    return spared(span).plus(stalled(since));
  }

  /** The same, measured at many moments: any of them may have met the longest standstill. */
  static Duration promised(Duration span) {
    return spared(span).plus(STALLS.longest(System.nanoTime()));
  }

  /** How long the machine stood still since then, in all. */
  static Duration stalled(long since) {
    return STALLS.since(since, System.nanoTime());
  }

  private static Duration spared(Duration span) {
    return isBusy() ? span.multipliedBy((long) Math.ceil(Math.max(5, load()))) : span;
  }

  /**
   * Whether others want the machine as well. They may have most of it and still leave us a moment
   * every few milliseconds: then nothing ever stands still, and everything takes longer.
   */
  static boolean isBusy() {
    return load() > 1.5;
  }

  /** How many want each processor. */
  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()
        / Runtime.getRuntime().availableProcessors();
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
