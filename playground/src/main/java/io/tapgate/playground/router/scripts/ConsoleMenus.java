package io.tapgate.playground.router.scripts;

import io.tapgate.playground.router.console.Console;
import io.tapgate.playground.router.console.Outcome;
import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.rsc.Menus;
import io.tapgate.playground.router.rsc.ScriptError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The router's menus, on behalf of whoever the script runs for: one command at a time. */
record ConsoleMenus(Console console, Cause by) implements Menus {

  @Override
  public List<Map<String, String>> rows(String menu, Set<String> properties) {
    return rows(console.look(menu, properties));
  }

  @Override
  public Optional<Map<String, String>> row(String menu, String id, String property) {
    return rows(menu, Set.of(property)).stream()
        .filter(row -> id.equals(row.get(".id")))
        .findFirst();
  }

  private static List<Map<String, String>> rows(Outcome outcome) {
    return done(outcome) instanceof Outcome.Rows(var rows) ? rows : List.of();
  }

  @Override
  public String add(String menu, Map<String, String> values) {
    return done(console.carryOut(by, menu + "/add", values)) instanceof Outcome.Value(String id)
        ? id
        : "";
  }

  @Override
  public void set(String menu, List<String> ids, Map<String, String> values) {
    change(menu + "/set", ids, values);
  }

  @Override
  public void remove(String menu, List<String> ids) {
    change(menu + "/remove", ids, Map.of());
  }

  @Override
  public void sign(String menu, String id) {
    Outcome _ = done(console.carryOut(by, menu + "/sign", Map.of("number", id)));
  }

  /** About no items there is nothing to say. */
  private void change(String path, List<String> ids, Map<String, String> values) {
    if (!ids.isEmpty()) {
      Map<String, String> arguments = new LinkedHashMap<>(values);
      arguments.put(".id", String.join(",", ids));
      Outcome _ = done(console.carryOut(by, path, arguments));
    }
  }

  private static Outcome done(Outcome begun) {
    Outcome outcome = begun instanceof Outcome.Underway(var task) ? ended(task) : begun;
    if (outcome instanceof Outcome.Refused(var refusal)) {
      throw new ScriptError(refusal.message());
    }
    return outcome;
  }

  private static Outcome ended(Outcome.Task task) {
    try {
      return task.carryOut(_ -> {});
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new ScriptError("interrupted");
    }
  }
}
