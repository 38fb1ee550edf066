package io.tapgate.cli;

import io.tapgate.cli.api.Api;
import io.tapgate.cli.api.Failure;
import io.tapgate.cli.api.Json;
import io.tapgate.cli.api.Pages;
import io.tapgate.cli.api.Query;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds what a person called by its name or by {@code #id}, or says what there is that looks alike.
 */
final class Named {
  private static final int SHOWN = 5;

  private final Api api;

  Named(Api api) {
    this.api = api;
  }

  /** The path of a client. */
  String client(String typed) {
    if (isNumber(typed)) {
      return "/clients/" + typed.substring(1);
    }
    List<Json> begunSo = clients(typed);
    return "/clients/" + id(typed, begunSo, "client", () -> clients(beginning(typed)));
  }

  String router(String typed) {
    return whole(typed, "router");
  }

  String key(String typed) {
    return whole(typed, "key");
  }

  /** There are few of these: all are looked at. */
  private String whole(String typed, String noun) {
    String path = "/" + noun + "s";
    if (isNumber(typed)) {
      return path + "/" + typed.substring(1);
    }
    List<Json> all = Pages.all(api, new Query(path));
    return path + "/" + id(typed, all, noun, () -> all);
  }

  private List<Json> clients(String prefix) {
    Query query =
        new Query("/clients").with("name", prefix).with("sort", "name").with("limit", 200);
    return api.get(query.path()).json().items("items");
  }

  /** What is misspelt mostly begins right. */
  private static String beginning(String name) {
    return name.substring(0, name.offsetByCodePoints(0, Math.min(1, name.length())));
  }

  private static boolean isNumber(String typed) {
    return typed.matches("#[0-9]{1,18}");
  }

  private static String id(
      String typed, List<Json> found, String noun, Supplier<List<Json>> alike) {
    List<Json> exact = found.stream().filter(one -> one.text("name").equals(typed)).toList();
    if (exact.size() == 1) {
      return exact.getFirst().text("id");
    }
    if (exact.size() > 1) {
      throw Failure.typed(
          exact.size() + " " + noun + "s are called '" + typed + "'. Say which: " + called(exact));
    }
    throw Failure.typed(
        "there is no " + noun + " '" + typed + "'. " + hint(typed, alike.get(), noun));
  }

  private static String hint(String typed, List<Json> alike, String noun) {
    List<Json> nearest =
        alike.stream()
            .filter(one -> Distance.isNear(typed, one.text("name")))
            .sorted(Comparator.comparingInt(one -> Distance.between(typed, one.text("name"))))
            .limit(SHOWN)
            .toList();
    return nearest.isEmpty()
        ? "See ./tapgate " + noun + " list"
        : "Did you mean " + called(nearest) + "?";
  }

  private static String called(List<Json> found) {
    return found.stream()
        .limit(SHOWN)
        .map(one -> one.text("name") + " ('#" + one.text("id") + "')")
        .collect(Collectors.joining(", "));
  }
}
