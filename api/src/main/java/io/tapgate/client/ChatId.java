package io.tapgate.client;

/** A chat's number: a person's own id in a private chat, negative for a group. */
public record ChatId(long value) {
  public boolean isGroup() {
    return value < 0;
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
