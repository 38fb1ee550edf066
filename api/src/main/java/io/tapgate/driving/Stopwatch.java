package io.tapgate.driving;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * How long ago something was, by this machine. The steady clock stands still while a machine
 * sleeps, the wall clock may be set back: whichever says more is believed.
 */
final class Stopwatch {
  private final LongSupplier steady;
  private final InstantSource wall;

  Stopwatch(LongSupplier steady, InstantSource wall) {
    this.steady = steady;
    this.wall = wall;
  }

  static Stopwatch ofThisMachine() {
    return new Stopwatch(System::nanoTime, InstantSource.system());
  }

  /** When something was, to be measured from. */
  record Mark(long steady, Instant wall) {}

  Mark now() {
    return new Mark(steady.getAsLong(), wall.instant());
  }

  Duration since(Mark mark) {
    Duration steadily = Duration.ofNanos(steady.getAsLong() - mark.steady());
    Duration byTheWall = Duration.between(mark.wall(), wall.instant());
    return steadily.compareTo(byTheWall) > 0 ? steadily : byTheWall;
  }
}
