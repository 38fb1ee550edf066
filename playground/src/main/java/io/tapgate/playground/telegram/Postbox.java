package io.tapgate.playground.telegram;

import io.tapgate.playground.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.node.ObjectNode;

/** Updates on their way to the bot: at once, or as late as the weather makes them. */
final class Postbox implements AutoCloseable {
  private final ExecutorService later = Executors.newVirtualThreadPerTaskExecutor();
  private final Bell bell;
  private final Time clock;
  private final Skies skies;
  private final Updates updates;

  Postbox(Bell bell, Time clock, Skies skies, Updates updates) {
    this.bell = bell;
    this.clock = clock;
    this.skies = skies;
    this.updates = updates;
  }

  void post(String kind, ObjectNode content) {
    Duration delay = skies.delay();
    if (delay.isZero()) {
      updates.add(kind, content);
    } else {
      Instant due = clock.instant().plus(delay);
      updates.add(kind, content, due);
      Future<?> _ = later.submit(() -> releaseAt(due));
    }
  }

  private void releaseAt(Instant due) {
    try {
      clock.until(due);
      bell.inside(() -> {
        updates.release();
        return true;
      });
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
