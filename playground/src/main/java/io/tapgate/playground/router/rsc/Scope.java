package io.tapgate.playground.router.rsc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names that are known at a place of a script, and the menu it stands in. */
final class Scope {
  private final @Nullable Scope outer;
  private final Map<String, Value> names = new HashMap<>();
  private String menu;

  private Scope(@Nullable Scope outer, String menu) {
    this.outer = outer;
    this.menu = menu;
  }

  static Scope of(Map<String, Value> given) {
    Scope scope = new Scope(null, "");
    scope.names.putAll(given);
    return scope;
  }

  Scope inner() {
    return new Scope(this, menu);
  }

  /** The same names, in a menu: for what stands in a command's brackets. */
  Scope in(String other) {
    return new Scope(this, other);
  }

  String menu() {
    return menu;
  }

  void enter(String other) {
    menu = other;
  }

  void declare(String name, Value value) {
    names.put(name, value);
  }

  void assign(String name, Value value) {
    if (names.containsKey(name)) {
      names.put(name, value);
    } else if (outer == null) {
      throw new ScriptError("variable " + name + " is not declared");
    } else {
      outer.assign(name, value);
    }
  }

  Optional<Value> find(String name) {
    Value here = names.get(name);
    if (here != null) {
      return Optional.of(here);
    }
    return outer == null ? Optional.empty() : outer.find(name);
  }
}
