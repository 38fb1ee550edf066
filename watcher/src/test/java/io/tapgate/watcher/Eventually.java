package io.tapgate.watcher;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Asserts again and again until it holds, or fails as the last try did. */
final class Eventually {
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private Eventually() {}

  static void eventually(Runnable assertion) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      try {
        assertion.run();
        return;
      } catch (AssertionError _) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
    }
    assertion.run();
  }
}
