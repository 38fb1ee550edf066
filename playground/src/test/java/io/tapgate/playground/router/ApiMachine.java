package io.tapgate.playground.router;

import io.tapgate.playground.router.rsc.Machine;
import io.tapgate.playground.router.rsc.Menus;
import io.tapgate.playground.router.rsc.ScriptError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A pretend router as its own scripts see it: by way of its API, and fetches go nowhere. */
final class ApiMachine implements Machine, Menus {
  private final ApiCaller api;
  final List<Map<String, String>> fetched = new ArrayList<>();
  final List<String> logged = new ArrayList<>();
  boolean fetchFails;

  ApiMachine(ApiCaller api) {
    this.api = api;
  }

  @Override
  public Menus menus() {
    return this;
  }

  @Override
  public List<Map<String, String>> rows(String menu, Set<String> properties) {
    return rows(menu);
  }

  @Override
  public Optional<Map<String, String>> row(String menu, String id, String property) {
    return rows(menu).stream().filter(row -> id.equals(row.get(".id"))).findFirst();
  }

  List<Map<String, String>> rows(String menu) {
    try {
      return api.rows(menu + "/print");
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public String add(String menu, Map<String, String> values) {
    List<List<String>> replies = said(menu + "/add", values);
    return replies.getLast().stream()
        .filter(word -> word.startsWith("=ret="))
        .map(word -> word.substring("=ret=".length()))
        .findFirst()
        .orElse("");
  }

  @Override
  public void set(String menu, List<String> ids, Map<String, String> values) {
    if (!ids.isEmpty()) {
      said(menu + "/set", values, "=.id=" + String.join(",", ids));
    }
  }

  @Override
  public void sign(String menu, String id) {
    List<List<String>> _ = said(menu + "/sign", Map.of("number", id));
  }

  @Override
  public void remove(String menu, List<String> ids) {
    if (!ids.isEmpty()) {
      said(menu + "/remove", Map.of(), "=.id=" + String.join(",", ids));
    }
  }

  private List<List<String>> said(String command, Map<String, String> values, String... more) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of(more));
    values.forEach((name, value) -> words.add("=" + name + "=" + value));
    try {
      List<List<String>> replies = api.ask(words.toArray(String[]::new));
      if (replies.getFirst().getFirst().equals("!trap")) {
        throw new ScriptError(command + " " + values + ": " + replies.getFirst());
      }
      return replies;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public void fetch(Map<String, String> arguments) {
    fetched.add(arguments);
    if (fetchFails) {
      throw new ScriptError("failure: Fetch failed with status 503");
    }
  }

  @Override
  public void log(String topic, String text) {
    logged.add(topic + " " + text);
  }

  @Override
  public void put(String text) {}

  @Override
  public void delay(Duration span) {}
}
