package io.tapgate.playground.router.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a group of users may do, in the router's own spelling: what is not granted has a mark. */
public final class Policies {
  private static final List<String> ALL =
      List.of(
          "local",
          "telnet",
          "ssh",
          "ftp",
          "reboot",
          "read",
          "write",
          "policy",
          "test",
          "winbox",
          "password",
          "web",
          "sniff",
          "sensitive",
          "api",
          "romon",
          "rest-api");

  private Policies() {}

  /** The whole list, what is granted first; empty when one of the words is none of them. */
  static Optional<String> normal(String typed) {
    Set<String> granted = granted(typed);
    boolean known =
        Stream.of(typed.split(",", -1)).allMatch(word -> ALL.contains(word.replaceFirst("^!", "")));
    return known
        ? Optional.of(
            Stream.concat(
                    ALL.stream().filter(granted::contains),
                    ALL.stream().filter(one -> !granted.contains(one)).map(one -> "!" + one))
                .collect(Collectors.joining(",")))
        : Optional.empty();
  }

  public static String all() {
    return String.join(",", ALL);
  }

  static String allBut(String... denied) {
    Set<String> without = Set.of(denied);
    return normal(
            ALL.stream().filter(one -> !without.contains(one)).collect(Collectors.joining(",")))
        .orElseThrow();
  }

  /** The words without a mark. */
  public static Set<String> granted(String policy) {
    return Stream.of(policy.split(",", -1))
        .filter(word -> !word.isEmpty() && !word.startsWith("!"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
