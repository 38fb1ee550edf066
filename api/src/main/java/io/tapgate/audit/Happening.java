package io.tapgate.audit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that was done, as it goes on record.
 *
 * @param verb the thing and what became of it, such as router.added
 * @param detail what else is to be known: what was changed, to what; never a secret
 */
public record Happening(
    String verb,
    By by,
    Optional<Long> client,
    Optional<Long> router,
    Optional<Long> key,
    Map<String, String> detail) {
  public Happening {
    detail = Map.copyOf(detail);
  }

  public static Happening of(String verb, By by) {
    return new Happening(verb, by, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
  }

  public Happening client(long id) {
    return new Happening(verb, by, Optional.of(id), router, key, detail);
  }

  public Happening router(long id) {
    return new Happening(verb, by, client, Optional.of(id), key, detail);
  }

  public Happening key(long id) {
    return new Happening(verb, by, client, router, Optional.of(id), detail);
  }

  public Happening with(Map<String, String> more) {
    return new Happening(verb, by, client, router, key, more);
  }

  /** The detail as it is written: a line for each, in the order of the names. */
  public String lines() {
    StringBuilder lines = new StringBuilder();
    new TreeMap<>(detail)
        .forEach((name, value) -> lines.append(name).append('=').append(flat(value)).append('\n'));
    return lines.toString().stripTrailing();
  }

  private static String flat(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }
}
