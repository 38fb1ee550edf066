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
  REMOVE;

  static Optional<Verb> named(String word) {
    return Stream.of(values())
        .filter(verb -> verb.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }
}
