package io.tapgate.chat;

/** A message within its chat. */
public record MessageId(long value) {

  /** Reads it. No chat counts its messages from zero, or beyond 31 bits. */
  public static MessageId parse(String text) {
    if (!text.matches("[1-9][0-9]{0,9}") || Long.parseLong(text) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("is not the number of a message");
    }
    return new MessageId(Long.parseLong(text));
  }
}
