package io.tapgate.playground.router.rsc;

import io.tapgate.playground.router.rsc.Expression.Array;
import io.tapgate.playground.router.rsc.Expression.Block;
import io.tapgate.playground.router.rsc.Expression.Command;
import io.tapgate.playground.router.rsc.Expression.Constant;
import io.tapgate.playground.router.rsc.Expression.Infix;
import io.tapgate.playground.router.rsc.Expression.Not;
import io.tapgate.playground.router.rsc.Expression.Quoted;
import io.tapgate.playground.router.rsc.Expression.Variable;
import io.tapgate.playground.router.rsc.Expression.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Brings expressions to their values. */
final class Runner {
  private final Builtins builtins;
  private final MenuCommands menus;
  private final Operators operators = new Operators();

  Runner(Machine machine) {
    this.builtins = new Builtins(this, machine);
    this.menus = new MenuCommands(this, machine, operators);
  }

  Value run(Block block, Scope scope) {
    Value last = new Value.Nothing();
    for (Expression statement : block.statements()) {
      last = value(statement, scope);
    }
    return last;
  }

  Value value(Expression expression, Scope scope) {
    return switch (expression) {
      case Constant(Value value) -> value;
      case Quoted(List<Expression> parts) ->
          new Value.Text(
              parts.stream().map(part -> value(part, scope).text()).collect(Collectors.joining()));
      case Word(String word) -> new Value.Text(word);
      case Variable(String name) ->
          scope.find(name).orElseThrow(() -> new ScriptError("no such variable: " + name));
      case Not(Expression of) -> new Value.Truth(!value(of, scope).isTrue());
      case Infix infix -> operators.value(infix, one -> value(one, scope));
      case Array(List<Expression> all) ->
          new Value.Items(all.stream().map(one -> value(one, scope)).toList());
      case Block block -> run(block, scope.inner());
      case Command command -> command(command, scope);
    };
  }

  private Value command(Command command, Scope scope) {
    if (command.function().isPresent()) {
      return called(value(command.function().get(), scope), command, scope);
    }
    return command.head().startsWith(":")
        ? builtins.run(command, scope)
        : menus.run(command, scope);
  }

  /** A function knows what it is given, and none of its caller's names. */
  private Value called(Value function, Command command, Scope scope) {
    if (!(function instanceof Value.Function(Expression body))) {
      throw new ScriptError("bad command name");
    }
    Map<String, Value> given = new HashMap<>();
    for (int i = 0; i < command.arguments().size(); i++) {
      given.put(String.valueOf(i + 1), value(command.arguments().get(i), scope));
    }
    command.named().forEach((name, one) -> given.put(name, value(one, scope)));
    try {
      return value(body, Scope.of(given));
    } catch (Returned returned) {
      return returned.value();
    }
  }

  /** Somebody said {@code :return}. */
  static final class Returned extends RuntimeException {
    private final transient Value value;

    Returned(Value value) {
      super(null, null, false, false);
      this.value = value;
    }

    Value value() {
      return value;
    }
  }
}
