package io.tapgate.watcher;

/** One update as it came out of a poll. */
sealed interface Heard {

  /** Telegram's number for it; polls go on behind the highest that was dealt with. */
  long number();

  /** Something the api must be told. */
  record Said(long number, Knock knock) implements Heard {}

  /** A kind of update that means nothing to us. */
  record Noise(long number) implements Heard {}

  /** It is damaged or of a form we do not know: skipped and counted. */
  record Unreadable(long number, String why) implements Heard {}
}
