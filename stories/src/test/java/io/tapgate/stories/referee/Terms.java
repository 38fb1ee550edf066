package io.tapgate.stories.referee;

import java.time.Duration;

/**
 * What Tapgate was started with, and how quick it has to be.
 *
 * @param toAnswer the time to answer a question, from when the phone shows it
 * @param lease how long a permit stands that nobody renews
 * @param ban how long "Not me" keeps an account out
 * @param reaction how long something may take that is done at once, in good weather
 */
public record Terms(Duration toAnswer, Duration lease, Duration ban, Duration reaction) {
  /** A question ends three times the time to answer after it was first asked, at the latest. */
  Duration longestAnswer() {
    return toAnswer.multipliedBy(3);
  }
}
