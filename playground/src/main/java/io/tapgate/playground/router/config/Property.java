package io.tapgate.playground.router.config;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One property of an item.
 *
 * @param usual what it is when nobody says; empty: the item does not have it
 * @param normal how a value is kept; empty when it cannot be one
 * @param menu where the thing stands that it names; empty: it names none
 * @param told whether the router alone says it: nobody can set it
 */
public record Property(
    String usual, Function<String, Optional<String>> normal, Optional<String> menu, boolean told) {

  private Property(String usual, Function<String, Optional<String>> normal) {
    this(usual, normal, Optional.empty(), false);
  }

  static Property text() {
    return text("");
  }

  static Property text(String usual) {
    return new Property(usual, Optional::of);
  }

  /** Typed as yes or no, and told as true or false. */
  static Property flag(boolean usual) {
    return new Property(String.valueOf(usual), Property::flag);
  }

  /** A flag that is only told while it is true. */
  static Property mark() {
    return new Property("", Property::flag).toldOnly();
  }

  static Property matching(String usual, String pattern) {
    return new Property(usual, value -> Optional.of(value).filter(one -> one.matches(pattern)));
  }

  static Property oneOf(String usual, String... words) {
    Set<String> known = Set.of(words);
    return new Property(usual, value -> Optional.of(value).filter(known::contains));
  }

  static Property kept(String usual, Function<String, Optional<String>> normal) {
    return new Property(usual, normal);
  }

  /** The name of something in another menu: nothing else will do. */
  static Property naming(String menu, String usual) {
    return new Property(usual, Optional::of, Optional.of(menu), false);
  }

  Property toldOnly() {
    return new Property(usual, normal, menu, true);
  }

  private static Optional<String> flag(String value) {
    return switch (value) {
      case "yes", "true" -> Optional.of("true");
      case "no", "false" -> Optional.of("false");
      default -> Optional.empty();
    };
  }
}
