package io.tapgate.chat;

import io.tapgate.driving.Claims;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets one watcher read Telegram at a time, and knows whether any tap arrives: whoever holds the
 * lease says with each asking what is wrong with it.
 */
@Service
public class Leasing {
  public static final Duration SPAN = Duration.ofSeconds(30);
  private static final String READING = "watcher";

  private final Claims claims;
  private final Watchers watchers;

  Leasing(Claims claims, Watchers watchers) {
    this.claims = claims;
    this.watchers = watchers;
  }

  /**
   * Whether this watcher may read, for the span from now.
   *
   * @param trouble why it gets nothing from Telegram, if it does not
   */
  @Transactional
  public boolean mayRead(String instance, Optional<String> trouble) {
    boolean reads = claims.take(READING, instance, SPAN).isPresent();
    if (reads) {
      watchers.says(trouble);
    }
    return reads;
  }

  /** Why no tap arrives; empty while all is well. */
  public Optional<String> trouble() {
    return claims.isTaken(READING)
        ? watchers.trouble().map(said -> "the watcher gets nothing from Telegram: " + said)
        : Optional.of("no watcher reads Telegram: is it running, and its token right?");
  }
}
