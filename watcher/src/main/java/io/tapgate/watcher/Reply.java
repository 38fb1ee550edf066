package io.tapgate.watcher;

import java.time.Duration;
import java.util.Optional;

/** What came back from the api for a knock. */
sealed interface Reply {

  /** The api has answered for the update, with a yes or a no. */
  record Answered(int status, Optional<String> toast) implements Reply {}

  /**
   * It has not: knock again later.
   *
   * @param broken the api itself says that it failed on this very knock (status 500)
   */
  record NotYet(String why, boolean broken, Optional<Duration> pause) implements Reply {}
}
