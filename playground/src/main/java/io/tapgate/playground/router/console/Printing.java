package io.tapgate.playground.router.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The print verb: which items, which of their properties, or only how many. */
final class Printing {
  private static final Set<String> KNOWN =
      Set.of(
          ".proplist",
          "count-only",
          "detail",
          "brief",
          "terse",
          "stats",
          "as-value",
          "show-ids",
          "without-paging",
          ".id",
          "from");

  private Printing() {}

  static Outcome print(Command command, List<Map<String, String>> items) {
    new Arguments(command.arguments()).only(KNOWN);
    Query query = new Query(command.queries());
    List<Map<String, String>> passing = items.stream().filter(query::passes).toList();
    if (command.arguments().containsKey("count-only")) {
      return new Outcome.Value(String.valueOf(passing.size()));
    }
    return new Outcome.Rows(
        properties(command)
            .map(wanted -> passing.stream().map(item -> only(wanted, item)).toList())
            .orElse(passing));
  }

  /** One row for a listener: the same choice of items and properties. A dead item always shows. */
  static Optional<Map<String, String>> heard(Command command, Map<String, String> row) {
    if (row.containsKey(".dead")) {
      return Optional.of(row);
    }
    return Optional.of(row)
        .filter(new Query(command.queries())::passes)
        .map(item -> properties(command).map(wanted -> only(wanted, item)).orElse(item));
  }

  private static Optional<List<String>> properties(Command command) {
    return new Arguments(command.arguments())
        .text(".proplist")
        .or(() -> Optional.ofNullable(command.marks().get(".proplist")))
        .map(names -> List.of(names.split(",")));
  }

  private static Map<String, String> only(List<String> wanted, Map<String, String> item) {
    Map<String, String> rest = new LinkedHashMap<>(item);
    rest.keySet().retainAll(wanted);
    return rest;
  }
}
