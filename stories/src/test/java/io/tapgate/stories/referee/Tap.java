package io.tapgate.stories.referee;

import java.time.Instant;

/**
 * Somebody pressed a button.
 *
 * @param yes "It's me"; otherwise "Not me"
 * @param token which question, as the button itself carries it
 */
public record Tap(Instant at, long person, long chat, boolean yes, String token) {
  /** From what a button reports; whatever is no button of ours is a tap on nothing. */
  public static Tap of(Instant at, long person, long chat, String data) {
    boolean ours = data.startsWith("c:") || data.startsWith("r:");
    return new Tap(at, person, chat, data.startsWith("c:"), ours ? data.substring(2) : "");
  }
}
