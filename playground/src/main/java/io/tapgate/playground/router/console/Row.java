package io.tapgate.playground.router.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Fills in the properties of one item, in the order they are printed. */
final class Row {
  private final Map<String, String> properties = new LinkedHashMap<>();

  Row with(String name, String value) {
    properties.put(name, value);
    return this;
  }

  Row with(String name, boolean value) {
    return with(name, String.valueOf(value));
  }

  /** A property that an item may not have. */
  Row with(String name, Optional<String> value) {
    value.ifPresent(text -> properties.put(name, text));
    return this;
  }

  Map<String, String> done() {
    return properties;
  }
}
