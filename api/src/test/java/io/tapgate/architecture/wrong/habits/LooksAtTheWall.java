package io.tapgate.architecture.wrong.habits;

import java.time.Instant;
import java.time.InstantSource;

final class LooksAtTheWall {
  private LooksAtTheWall() {}

  static Instant moment() {
    return Instant.now();
  }

  static long millis() {
    return System.currentTimeMillis();
  }

  static InstantSource clock() {
    return InstantSource.system();
  }
}
