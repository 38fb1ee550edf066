package io.tapgate.connection;

import io.tapgate.settings.Bounded;
import io.tapgate.settings.Span;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long a client has to answer, and how long we remember.
 *
 * @param timeout from the moment Telegram has the question
 * @param retention how long finished connections, notices and bans are kept
 */
@Validated
@ConfigurationProperties("tapgate.connection")
public record ConnectionSettings(
    @Bounded Span timeout, @Bounded(atLeast = SHORTEST_MEMORY) Span retention) {
  /**
   * The limit counts connections that are remembered: with a shorter memory it would start anew.
   */
  private static final String SHORTEST_MEMORY = "1d";

  public Duration timeToAnswer() {
    return timeout.bounded();
  }
}
