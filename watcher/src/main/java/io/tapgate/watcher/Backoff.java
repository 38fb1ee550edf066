package io.tapgate.watcher;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after so many failures in a row: twice as long each time, up to a cap, and
 * somewhat at random, so that many who were cut off together do not come back together.
 */
record Backoff(Duration first, Duration cap, RandomGenerator random) {

  Duration after(int failures) {
    int doublings = Math.clamp(failures - 1, 0, 20);
    long full = Math.min(first.toMillis() << doublings, cap.toMillis());
    return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
  }
}
