package io.tapgate.playground.time;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that can be slept by. */
public interface Time extends InstantSource {

  /** Returns when this moment has come; at once when it is past. */
  void until(Instant moment) throws InterruptedException;

  /** The clock itself, if it can be slept by; else real sleep, judged by the clock. */
  static Time of(InstantSource clock) {
    return clock instanceof Time time ? time : new Sleeping(clock);
  }
}
