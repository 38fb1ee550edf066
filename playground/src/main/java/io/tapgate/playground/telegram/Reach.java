package io.tapgate.playground.telegram;

/** Whether the bot gets through to one chat. */
public enum Reach {
  OPEN,
  /** The person has blocked the bot: it may not write, and is told so by an update. */
  BLOCKED,
  /** The person has deleted their account. */
  DEACTIVATED,
  /** Telegram knows no such chat (any more). */
  NOT_FOUND
}
