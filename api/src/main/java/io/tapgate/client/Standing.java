package io.tapgate.client;

import java.time.Instant;

/**
 * How a client stands when a connection of theirs is reported.
 *
 * @param unconfirmed connections asked about since the last confirmation, end of a ban, or reset;
 *     those that were over before their question reached the chat are not among them
 * @param banned whether a ban is in force
 * @param at the instant of the reading, by the database's clock
 */
public record Standing(int unconfirmed, boolean banned, Instant at) {

  /** What becomes of the next connection. */
  public enum Verdict {
    ASK,
    /** One too many: a ban begins with this connection. */
    BAN,
    /** A ban is in force: it takes this connection too, and nothing else changes. */
    STILL_BANNED
  }

  public Verdict verdict(int limit) {
    if (banned) {
      return Verdict.STILL_BANNED;
    }
    return unconfirmed >= limit ? Verdict.BAN : Verdict.ASK;
  }
}
