package io.tapgate.watcher;

import java.time.Duration;
import java.util.Optional;

/** What came back from the api for a knock. */
sealed interface Reply {

  /** The api has answered for the update, with a yes or a no, and words for the person. */
  record Answered(int status, String toast) implements Reply {}

  /**
   * It has not: knock again later.
   *
   * @param forThisKnock it is about this very knock: the api says that it failed on it (500), or
   *     something on the way answers it in the api's place
   */
  record NotYet(String why, boolean forThisKnock, Optional<Duration> pause) implements Reply {}
}
