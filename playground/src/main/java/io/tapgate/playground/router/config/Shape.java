package io.tapgate.playground.router.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a menu knows.
 *
 * @param path such as {@code /ip/firewall/filter}
 * @param required what a new item cannot do without
 * @param key the property that no two items share; empty: none
 * @param exported whether an export shows it
 */
public record Shape(
    String path,
    Kind kind,
    Map<String, Property> properties,
    List<String> required,
    Optional<String> key,
    boolean exported) {

  /** What kind of menu it is. */
  public enum Kind {
    /** Items that come and go. */
    LIST,
    /** The same, and which comes first matters. */
    ORDERED,
    /** One item, there from the beginning: it is set, and neither added nor removed. */
    SINGLE,
    /** Items that nobody adds or removes, such as services. */
    FIXED
  }

  public Shape {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    required = List.copyOf(required);
  }

  /** What a property is when nobody says; empty: an item does not have it then. */
  String usual(String name) {
    Property property = properties.get(name);
    return property == null ? "" : property.usual();
  }

  static Shape of(String path, Kind kind) {
    return new Shape(path, kind, Map.of(), List.of(), Optional.empty(), true);
  }

  Shape with(String name, Property property) {
    Map<String, Property> more = new LinkedHashMap<>(properties);
    more.put(name, property);
    return new Shape(path, kind, more, required, key, exported);
  }

  /** Such as certificates: what they are cannot be written in words. */
  Shape unexported() {
    return new Shape(path, kind, properties, required, key, false);
  }

  /** What can be said of an item, by whoever may. */
  public Set<String> settable() {
    return properties.entrySet().stream()
        .filter(one -> !one.getValue().told())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  Shape requires(String... names) {
    return new Shape(path, kind, properties, List.of(names), key, exported);
  }

  Shape keyed(String name) {
    return new Shape(path, kind, properties, required, Optional.of(name), exported);
  }
}
