package io.tapgate.doors;

import java.util.Map;
import java.util.TreeMap;

/**
 * How somebody wants a list: narrowed down, sorted, and from where on.
 *
 * @param narrowed what is written behind each filter, as it came
 */
public record Asked(Map<String, String> narrowed, String sort, String cursor, int limit) {
  public static final int MOST = 200;
  private static final int USUAL = 50;

  public Asked {
    narrowed = Map.copyOf(narrowed);
  }

  /** From the parameters of a request; empty ones are as good as absent. */
  public static Asked of(Map<String, String> parameters) {
    Map<String, String> narrowed = new TreeMap<>(parameters);
    String sort = taken(narrowed, "sort");
    String cursor = taken(narrowed, "cursor");
    String limit = taken(narrowed, "limit");
    narrowed.forEach(Asked::mustBePlain);
    narrowed.values().removeIf(String::isBlank);
    return new Asked(narrowed, sort, cursor, limit.isEmpty() ? USUAL : number(limit));
  }

  private static void mustBePlain(String name, String value) {
    try {
      PlainText.of(value);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterRefused(name, String.valueOf(wrong.getMessage()));
    }
  }

  private static String taken(Map<String, String> from, String name) {
    String value = from.remove(name);
    return value == null || value.isBlank() ? "" : value;
  }

  private static int number(String limit) {
    int number = limit.matches("[0-9]{1,4}") ? Integer.parseInt(limit) : 0;
    if (number < 1 || number > MOST) {
      throw new ParameterRefused("limit", "write a number from 1 to " + MOST);
    }
    return number;
  }
}
