package io.tapgate.playground.telegram;

import org.jspecify.annotations.Nullable;

/**
 * Somebody with a phone. Their private chat with the bot has the same number as they have.
 *
 * @param languageCode the language of the phone (IETF tag), if it tells one
 * @param started whether they have pressed "start" already; a bot cannot write first
 */
public record Person(long id, String name, @Nullable String languageCode, boolean started) {

  /** Somebody who knows the bot already. */
  public Person(long id, String name, @Nullable String languageCode) {
    this(id, name, languageCode, true);
  }

  public Person whoNeverStarted() {
    return new Person(id, name, languageCode, false);
  }
}
