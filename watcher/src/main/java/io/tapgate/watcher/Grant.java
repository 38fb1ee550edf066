package io.tapgate.watcher;

import java.time.Duration;
import java.util.Map;

/** What the api said when it was asked for the lease. */
sealed interface Grant {

  /**
   * Read, for this long from the moment the question was sent.
   *
   * @param received what a person reads whose press is not answered for yet, by language
   */
  record Read(Duration span, Map<String, String> received) implements Grant {}

  /** Another watcher reads. */
  record Wait() implements Grant {}

  /**
   * No usable answer; whatever lease we have runs on until it ends by itself.
   *
   * @param forAPerson it stays so until a person mends it
   */
  record Unknown(String why, boolean forAPerson) implements Grant {}
}
