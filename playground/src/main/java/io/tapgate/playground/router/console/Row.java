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

  /** What a listener is told when an item is gone. */
  static Map<String, String> dead(String id) {
    return dead(id, "true");
  }

  static Map<String, String> dead(String id, String howSaid) {
    return new Row().with(".id", id).with(".dead", howSaid).done();
  }

  Map<String, String> done() {
    return properties;
  }
}
