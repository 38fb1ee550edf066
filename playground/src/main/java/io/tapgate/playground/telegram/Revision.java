package io.tapgate.playground.telegram;

import java.time.Instant;
import java.util.List;

/** How a message looked once, and since when. */
public record Revision(String text, List<List<Button>> keyboard, Instant since) {
  public Revision {
    keyboard = Keyboard.copy(keyboard);
  }
}
