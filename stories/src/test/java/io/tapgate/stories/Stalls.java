package io.tapgate.stories;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * When the machine had no time for us: whoever sleeps for ten milliseconds then wakes much later.
 * All of us stood still meanwhile, and nobody can keep a promise in such a time.
 */
final class Stalls {
  private static final Duration NAP = Duration.ofMillis(10);
  private static final Duration NOTED = Duration.ofMillis(50);

  /** By a steady clock. */
  private record Stall(long from, long until) {
    long after(long moment) {
      return Math.max(0, until - (from - moment > 0 ? from : moment));
    }
  }

  private final List<Stall> all = new ArrayList<>();
  private long awake;

  Stalls(long now) {
    this.awake = now;
  }

  static Stalls ofThisMachine() {
    Stalls stalls = new Stalls(System.nanoTime());
    Thread.ofPlatform().daemon().name("stalls").start(stalls::watch);
    return stalls;
  }

  private void watch() {
    while (true) {
      LockSupport.parkNanos(NAP.toNanos());
      awakeAt(System.nanoTime());
    }
  }

  synchronized void awakeAt(long now) {
    if (now - awake > NOTED.toNanos()) {
      all.add(new Stall(awake, now));
    }
    awake = now;
  }

  /** How much of the time from then to now it stood still, all together. */
  synchronized Duration since(long moment, long now) {
    awakeAt(now);
    return Duration.ofNanos(all.stream().mapToLong(one -> one.after(moment)).sum());
  }

  /** The longest ever, up to now. */
  synchronized Duration longest(long now) {
    awakeAt(now);
    return Duration.ofNanos(
        all.stream().mapToLong(one -> one.until() - one.from()).max().orElse(0));
  }
}
