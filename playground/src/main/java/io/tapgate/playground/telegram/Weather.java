package io.tapgate.playground.telegram;

/**
 * How Telegram is to be reached. Each kind says what becomes of a call; one that has begun is
 * treated the same as a new one. A further kind of trouble is a further record here.
 */
public sealed interface Weather {

  /** Calls are answered. */
  record Fine() implements Weather {}

  /** The connection is closed without an answer, and nothing has happened. */
  record Off() implements Weather {}

  /** The connection is accepted, nothing happens and no answer ever comes. */
  record Silent() implements Weather {}
}
