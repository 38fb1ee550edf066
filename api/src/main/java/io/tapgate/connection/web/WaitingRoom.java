package io.tapgate.connection.web;

import io.tapgate.doors.Crowded;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * When a whole office reconnects, a thousand hooks come at once. They wait here, where waiting
 * costs nothing, and not in line for a database connection: that line is the drivers', the timers'
 * and the taps' as well, and nobody lasts in it for long. First come, first served.
 */
@Component
class WaitingRoom {
  /** Fewer than the pool has connections: what is left is for everybody else. */
  private static final int SEATS = 12;

  /**
   * A router's script reports once and gives up after 10 s. A thousand at once take some seconds,
   * and whoever has had a turn needs an answer behind it: on a slow machine not all have one.
   */
  private static final Duration PATIENCE = Duration.ofMillis(5_500);

  private final Semaphore seats;
  private final Duration patience;

  @Autowired
  WaitingRoom() {
    this(SEATS, PATIENCE);
  }

  WaitingRoom(int seats, Duration patience) {
    this.seats = new Semaphore(seats, true);
    this.patience = patience;
  }

  /** Does it as soon as there is room; whoever waited too long is told to come again. */
  <T> T served(Supplier<T> work) {
    if (!comesIn()) {
      throw new Crowded(
          "More reports came at once than could be put on record within %d ms."
              .formatted(patience.toMillis()));
    }
    try {
      return work.get();
    } finally {
      seats.release();
    }
  }

  private boolean comesIn() {
    try {
      return seats.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
