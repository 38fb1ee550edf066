package io.tapgate.stories.referee;

import java.time.Instant;

/**
 * Somebody was away, from and until these moments of the story's time, coming back included. While
 * it lasts nobody is expected to be quick, and nothing more is allowed for it.
 */
public record Trouble(Whose whose, Instant from, Instant until) {
  /** Who was away. */
  public enum Whose {
    ROUTER,
    TAPGATE,
    TELEGRAM
  }
}
