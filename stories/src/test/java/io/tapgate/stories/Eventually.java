package io.tapgate.stories;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks again, every 50 ms, until it is so. For what nobody announces. */
final class Eventually {
  static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Eventually() {}

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
