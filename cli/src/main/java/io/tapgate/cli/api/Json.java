package io.tapgate.cli.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A piece of JSON to look things up in. What is not there is missing, and never an error. */
public record Json(@Nullable Object value) {
  private static final Json MISSING = new Json(null);

  public static Json parse(String text) {
    return new Json(JsonText.read(text));
  }

  public boolean isMissing() {
    return value == null;
  }

  public Json get(String name) {
    Object found = value instanceof Map<?, ?> fields ? fields.get(name) : null;
    return found != null ? new Json(found) : MISSING;
  }

  /** The text or figure by this name, empty when there is none. */
  public String text(String name) {
    return get(name).text();
  }

  public String text() {
    return value == null || value instanceof Map || value instanceof List
        ? ""
        : String.valueOf(value);
  }

  public long number(String name) {
    return get(name).value() instanceof Number number ? number.longValue() : 0;
  }

  public boolean flag(String name) {
    return Boolean.TRUE.equals(get(name).value());
  }

  public Optional<Instant> instant(String name) {
    try {
      return Optional.of(Instant.parse(text(name)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  public List<Json> items(String name) {
    return get(name).items();
  }

  public List<Json> items() {
    return value instanceof List<?> list ? list.stream().<Json>map(Json::new).toList() : List.of();
  }

  /** The names in an object, in the order in which they came. */
  public List<String> names() {
    return value instanceof Map<?, ?> fields
        ? fields.keySet().stream().map(String::valueOf).toList()
        : List.of();
  }

  public String write() {
    return JsonText.write(value);
  }
}
