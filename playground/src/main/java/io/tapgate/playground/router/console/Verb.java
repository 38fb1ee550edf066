package io.tapgate.playground.router.console;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done in a menu. Not every menu knows every verb. */
enum Verb {
  PRINT,
  LISTEN,
  ADD,
  SET,
  ENABLE,
  DISABLE,
  REMOVE,
  MOVE,
  SIGN,
  FETCH,
  UPDATE;

  /** Whether it leaves everything as it is. */
  boolean onlyReads() {
    return this == PRINT || this == LISTEN;
  }

  static Optional<Verb> named(String word) {
    return Stream.of(values())
        .filter(verb -> verb.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
