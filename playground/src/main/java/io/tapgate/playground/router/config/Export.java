package io.tapgate.playground.router.config;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One menu as an export shows it. */
final class Export {
  private Export() {}

  static String of(Shelf shelf) {
    if (!shelf.shape().exported()) {
      return "";
    }
    String lines =
        shelf.all().stream()
            .filter(item -> !item.dynamic())
            .map(item -> line(shelf, item))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    return lines.isEmpty()
        ? ""
        : shelf.shape().path().replaceFirst("^/", "/").replaceAll("(?<=.)/", " ")
            + "\n"
            + lines
            + "\n";
  }

  /** Nothing for what is as it was from the beginning, and no password: those are asked for. */
  private static String line(Shelf shelf, Item item) {
    Map<String, String> values = new TreeMap<>(item.values());
    values.remove("password");
    values.keySet().removeIf(name -> shelf.shape().usual(name).equals(item.said(name)));
    Optional<Item> beginning = shelf.beginning(item);
    beginning.ifPresent(
        first -> values.keySet().removeIf(name -> first.said(name).equals(item.said(name))));
    String said =
        values.entrySet().stream()
            .map(one -> one.getKey() + "=" + typed(one.getValue()))
            .collect(Collectors.joining(" "));
    if (shelf.shape().kind() == Shape.Kind.SINGLE) {
      return said.isEmpty() ? "" : "set " + said;
    }
    if (beginning.isEmpty()) {
      return "add " + said;
    }
    boolean fixed = shelf.shape().kind() == Shape.Kind.FIXED;
    return said.isEmpty() ? "" : "set " + (fixed ? item.said("name") : item.id()) + " " + said;
  }

  private static String typed(String value) {
    String plain =
        switch (value) {
          case "true" -> "yes";
          case "false" -> "no";
          default -> value;
        };
    return plain.matches("[A-Za-z0-9.,:/!<>*_-]+")
        ? plain
        : "\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$") + "\"";
  }
}
