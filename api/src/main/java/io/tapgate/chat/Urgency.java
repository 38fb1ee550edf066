package io.tapgate.chat;

/** What comes first when there is more to tell than Telegram takes. */
public enum Urgency {
  /** Somebody waits to be asked, and the time to answer has not begun. */
  ASK,
  /** Somebody tapped or wrote, and looks at the phone. */
  ANSWER,
  /** Something happened that needs a person's attention. */
  CALL,
  /** A message of a connection that is over is to say so. */
  CHANGE
}
