package io.tapgate.watcher;

import java.time.Duration;

/** Waiting before another try. */
@FunctionalInterface
interface Pauses {
  void pause(Duration span) throws InterruptedException;
}
