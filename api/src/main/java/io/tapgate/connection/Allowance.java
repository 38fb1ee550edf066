package io.tapgate.connection;

import io.tapgate.settings.Span;
import java.time.Duration;

/**
 * What a client is allowed who comes by a router.
 *
 * @param timeToAnswer from the moment Telegram has the question
 * @param chances unconfirmed connections in a row that are asked about; the next is banned
 * @param ban how long that ban lasts; for ever means until lifted
 */
public record Allowance(Duration timeToAnswer, int chances, Span ban) {
  /** Telegram may take long to accept a question; the time to answer ends here at the latest. */
  private static final int AT_MOST = 3;

  /** The latest possible end, from the hook. */
  public Duration latest() {
    return timeToAnswer.multipliedBy(AT_MOST);
  }
}
