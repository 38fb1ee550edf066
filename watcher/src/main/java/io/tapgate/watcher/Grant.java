package io.tapgate.watcher;

import java.time.Duration;

/** What the api said when it was asked for the lease. */
sealed interface Grant {

  /** Read, for this long from the moment the question was sent. */
  record Read(Duration span) implements Grant {}

  /** Another watcher reads. */
  record Wait() implements Grant {}

  /**
   * No usable answer; whatever lease we have runs on until it ends by itself.
   *
   * @param forAPerson it stays so until a person mends it
   */
  record Unknown(String why, boolean forAPerson) implements Grant {}
}
