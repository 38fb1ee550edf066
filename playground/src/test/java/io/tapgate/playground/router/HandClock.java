package io.tapgate.playground.router;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes only when it is pushed. */
final class HandClock implements InstantSource {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));

  @Override
  public Instant instant() {
    return now.get();
  }

  void push(Duration span) {
    now.updateAndGet(at -> at.plus(span));
  }
}
