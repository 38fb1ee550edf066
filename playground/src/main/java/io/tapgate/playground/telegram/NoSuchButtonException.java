package io.tapgate.playground.telegram;

/** Nobody can press what the phone does not show (any more). */
public final class NoSuchButtonException extends RuntimeException {
  NoSuchButtonException(String message) {
    super(message);
  }
}
