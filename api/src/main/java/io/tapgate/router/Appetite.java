package io.tapgate.router;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many tries one router is given side by side. It is learnt from the tries themselves: one that
 * found the router silent, or took long, halves it; each quick answer, a no as well, adds one.
 *
 * <p>Tries that were under way together tell of the same trouble, so of those only one halves: a
 * try counts against the router only if it began after the last time. And a router at the far end
 * of a long line is not a busy one: long is what takes much longer than the quickest did.
 */
final class Appetite {
  static final int MOST = 64;
  static final Duration LONG = Duration.ofSeconds(2);
  private static final int TIMES_THE_QUICKEST = 3;

  private final LongSupplier nanos;
  private int size = MOST;
  private long quickest = Long.MAX_VALUE / TIMES_THE_QUICKEST;
  private long halvedAt;

  /** With a clock that never jumps. */
  Appetite(LongSupplier nanos) {
    this.nanos = nanos;
    this.halvedAt = nanos.getAsLong();
  }

  /** A try that has begun. */
  record Bite(long begunAt) {}

  synchronized int size() {
    return size;
  }

  Bite begin() {
    return new Bite(nanos.getAsLong());
  }

  /** The router answered, whatever it said. */
  synchronized void answered(Bite bite) {
    long took = nanos.getAsLong() - bite.begunAt();
    quickest = Math.min(quickest, took);
    if (took > Math.max(LONG.toNanos(), TIMES_THE_QUICKEST * quickest)) {
      halve(bite);
    } else {
      size = Math.min(MOST, size + 1);
    }
  }

  /** It did not answer completely in time. */
  synchronized void silent(Bite bite) {
    halve(bite);
  }

  private void halve(Bite bite) {
    if (bite.begunAt() - halvedAt >= 0) {
      size = Math.max(1, size / 2);
      halvedAt = nanos.getAsLong();
    }
  }
}
