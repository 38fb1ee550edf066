package io.tapgate.playground.router.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing in a menu.
 *
 * @param values what was said of it; what was not is as usual
 * @param dynamic put there by the router itself, and in no export
 */
public record Item(String id, Map<String, String> values, boolean dynamic) {
  public Item {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Empty when it was not said. */
  public String said(String name) {
    return values.getOrDefault(name, "");
  }

  public boolean isDisabled() {
    return said("disabled").equals("true");
  }

  /** An empty value takes back what was said. */
  Item with(Map<String, String> changes) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changes.forEach((name, value) -> {
      if (value.isEmpty()) {
        changed.remove(name);
      } else {
        changed.put(name, value);
      }
    });
    return new Item(id, changed, dynamic);
  }
}
