package io.tapgate.playground.router.console;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The arguments of one command, read by type. What cannot be read is a trap. */
record Arguments(Map<String, String> given) {
  private static final Set<String> ITEM = Set.of(".id", "numbers");
  // 35w3d13h13m56s: the longest timeout that a router takes.
  private static final Duration LONGEST = Duration.ofSeconds(21_388_436);

  /** Refuses what is neither among these nor names the items. */
  Arguments only(Set<String> known) {
    given.keySet().stream()
        .filter(name -> !known.contains(name) && !ITEM.contains(name))
        .findFirst()
        .ifPresent(stranger -> {
          throw Trap.unknownParameter(stranger);
        });
    return this;
  }

  /** What is typed with a ! before its name is said no more. */
  Arguments takingBack() {
    Map<String, String> plain = new HashMap<>();
    given.forEach(
        (name, value) -> plain.put(name.replaceFirst("^!", ""), name.startsWith("!") ? "" : value));
    return new Arguments(plain);
  }

  /** Refuses when one of these is not there. */
  Arguments need(String... names) {
    String missing =
        Stream.of(names).filter(name -> !given.containsKey(name)).collect(Collectors.joining(" "));
    if (!missing.isEmpty()) {
      throw Trap.missing(missing);
    }
    return this;
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(given.get(name));
  }

  Optional<Boolean> flag(String name) {
    return text(name)
        .map(value ->
            switch (value) {
              case "yes", "true" -> true;
              case "no", "false" -> false;
              default -> throw Trap.invalid(name);
            });
  }

  Optional<Duration> span(String name) {
    return text(name)
        .map(value ->
            Span.parse(value)
                .filter(span -> span.compareTo(LONGEST) <= 0)
                .orElseThrow(() -> Trap.invalid(name)));
  }

  /** The items this command is about: {@code *1}, or {@code *1,*2}. */
  List<String> ids() {
    String ids = text(".id").or(() -> text("numbers")).orElseThrow(() -> Trap.missing("numbers"));
    return Stream.of(ids.split(",", -1)).map(Arguments::normalId).toList();
  }

  static String id(String typed) {
    return normalId(typed);
  }

  private static String normalId(String id) {
    if (!id.matches("\\*[0-9A-Fa-f]{1,16}")) {
      throw Trap.noSuchItem();
    }
    return "*" + id.substring(1).replaceFirst("^0+(?=.)", "").toUpperCase(Locale.ROOT);
  }
}
