package io.tapgate.playground.telegram;

import java.time.Instant;

/**
 * One press of a button; until the bot answers, the button shows that it waits.
 *
 * @param id what Telegram calls the callback query's id
 */
public record Press(
    String id, long person, long chat, int message, String data, Instant at, boolean answered) {

  Press withAnswer() {
    return new Press(id, person, chat, message, data, at, true);
  }
}
