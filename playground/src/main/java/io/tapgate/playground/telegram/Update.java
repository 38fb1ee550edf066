package io.tapgate.playground.telegram;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something the bot is to read.
 *
 * @param goneAt when Telegram forgets it, read or not
 */
record Update(int id, ObjectNode body, Instant goneAt) {
  boolean isThere(Instant now) {
    return goneAt.isAfter(now);
  }
}
