package io.tapgate.cli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sent along with a call. A field that nobody gave stays out. */
public final class Body {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  public static Body empty() {
    return new Body();
  }

  public Body with(String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  /** Like {@link #with}, and an empty text means: clear it. */
  public Body withOrCleared(String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value.isEmpty() ? null : value);
    }
    return this;
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }

  String write() {
    return JsonText.write(fields);
  }
}
