package io.tapgate.cli.console;

import java.time.Duration;

/** What a view that refreshes itself waits for. */
@FunctionalInterface
public interface Pulse {

  /** Waits; false: that was the last one. */
  boolean beat();

  /** Goes on until the process is ended. */
  static Pulse every(Duration pause) {
    return () -> {
      try {
        Thread.sleep(pause);
        return true;
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }
}
