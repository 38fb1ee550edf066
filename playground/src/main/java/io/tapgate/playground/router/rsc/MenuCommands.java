package io.tapgate.playground.router.rsc;

import io.tapgate.playground.router.rsc.Expression.Command;
import io.tapgate.playground.router.rsc.Expression.Infix;
import io.tapgate.playground.router.rsc.Expression.Not;
import io.tapgate.playground.router.rsc.Expression.Variable;
import io.tapgate.playground.router.rsc.Expression.Word;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a script does in the menus. */
final class MenuCommands {
  private static final Set<String> VERBS = Set.of("add", "set", "remove", "find", "get", "sign");
  private static final String FETCH = "/tool/fetch";

  private final Runner runner;
  private final Machine machine;
  private final Operators operators;

  MenuCommands(Runner runner, Machine machine, Operators operators) {
    this.runner = runner;
    this.machine = machine;
    this.operators = operators;
  }

  Value run(Command command, Scope scope) {
    String head = command.head();
    if (head.equals(FETCH)) {
      machine.fetch(values(command, scope));
      return new Value.Nothing();
    }
    int slash = head.lastIndexOf('/');
    String verb = head.substring(slash + 1);
    if (!VERBS.contains(verb)) {
      return entered(head, scope);
    }
    String menu = slash < 0 ? scope.menu() : head.substring(0, slash);
    if (menu.isEmpty()) {
      throw new ScriptError("bad command name " + verb);
    }
    return done(verb, menu, command, scope.in(menu));
  }

  /** A path alone: what follows is said there. */
  private static Value entered(String head, Scope scope) {
    if (!head.startsWith("/")) {
      throw new ScriptError("bad command name " + head);
    }
    scope.enter(head);
    return new Value.Nothing();
  }

  private Value done(String verb, String menu, Command command, Scope scope) {
    return switch (verb) {
      case "find" -> found(menu, command, scope);
      case "get" -> got(menu, command, scope);
      case "add" -> new Value.Text(machine.menus().add(menu, values(command, scope)));
      case "set" -> {
        machine.menus().set(menu, ids(command, scope), values(command, scope));
        yield new Value.Nothing();
      }
      case "sign" -> {
        ids(command, scope).forEach(id -> machine.menus().sign(menu, id));
        yield new Value.Nothing();
      }
      default -> {
        machine.menus().remove(menu, ids(command, scope));
        yield new Value.Nothing();
      }
    };
  }

  /** Also what is taken back: {@code !interface-list}. */
  private Map<String, String> values(Command command, Scope scope) {
    Map<String, String> values = new LinkedHashMap<>();
    command
        .named()
        .forEach((name, one) -> values.put(name, Script.text(runner.value(one, scope).text())));
    for (Expression argument : command.arguments()) {
      if (argument instanceof Word(String word) && word.startsWith("!")) {
        values.put(word.substring(1), "");
      }
    }
    return values;
  }

  private List<String> ids(Command command, Scope scope) {
    if (command.arguments().isEmpty()) {
      throw new ScriptError("missing value(s) of argument(s) numbers");
    }
    Value which = runner.value(command.arguments().getFirst(), scope);
    List<Value> all = which instanceof Value.Items(var items) ? items : List.of(which);
    return all.stream().map(Value::text).filter(id -> !id.isEmpty()).toList();
  }

  private Value got(String menu, Command command, Scope scope) {
    String property = runner.value(command.arguments().getLast(), scope).text();
    Optional<Map<String, String>> item =
        command.arguments().size() == 1
            ? only(menu, property)
            : machine
                .menus()
                .row(menu, ids(command, scope).stream().findFirst().orElse(""), property);
    return item.map(row -> property(row, property))
        .orElseThrow(() -> new ScriptError("no such item"));
  }

  /** Of a menu that has no items, but is one. */
  private Optional<Map<String, String>> only(String menu, String property) {
    return machine.menus().rows(menu, Set.of(property)).stream()
        .filter(row -> !row.containsKey(".id"))
        .findFirst();
  }

  private Value found(String menu, Command command, Scope scope) {
    Set<String> asked = new HashSet<>();
    command.where().ifPresent(where -> names(where, asked));
    return new Value.Items(
        machine.menus().rows(menu, asked).stream()
            .filter(
                row -> command.where().map(where -> value(where, row, scope).isTrue()).orElse(true))
            .<Value>map(row -> new Value.Text(row.getOrDefault(".id", "")))
            .toList());
  }

  /** What a condition may ask of an item. */
  private static void names(Expression condition, Set<String> into) {
    switch (condition) {
      case Word(String name) -> into.add(name);
      case Variable(String name) -> into.add(name);
      case Not(Expression of) -> names(of, into);
      case Infix(var _, Expression left, Expression right) -> {
        names(left, into);
        names(right, into);
      }
      default -> {}
    }
  }

  /**
   * A condition on one item. A name stands for the property, and so does a variable that is called
   * like one: that is the trap for which scripts copy {@code user} to another name first.
   */
  private Value value(Expression condition, Map<String, String> row, Scope scope) {
    return switch (condition) {
      case Word(String name) -> property(row, name);
      case Variable(String name) when row.containsKey(name) -> property(row, name);
      case Not(Expression of) -> new Value.Truth(!value(of, row, scope).isTrue());
      case Infix(var operator, Expression left, Word(String word))
          when operator != Expression.Operator.AND && operator != Expression.Operator.OR ->
          operators.value(operator, value(left, row, scope), new Value.Text(word));
      case Infix infix -> operators.value(infix, one -> value(one, row, scope));
      default -> runner.value(condition, scope);
    };
  }

  private static Value property(Map<String, String> row, String name) {
    String value = row.get(name);
    return value == null ? new Value.Nothing() : new Value.Text(Script.bytes(value));
  }
}
