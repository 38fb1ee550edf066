package io.tapgate.playground.router.rsc;

import io.tapgate.playground.router.rsc.Expression.Block;
import io.tapgate.playground.router.rsc.Expression.Command;
import io.tapgate.playground.router.rsc.Expression.Word;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that begin with a colon. */
final class Builtins {
  private static final int MOST_ROUNDS = 100_000;
  private static final Pattern SECONDS = Pattern.compile("([0-9]{1,6})s?");

  private final Runner runner;
  private final Machine machine;

  Builtins(Runner runner, Machine machine) {
    this.runner = runner;
    this.machine = machine;
  }

  Value run(Command command, Scope scope) {
    return switch (command.head()) {
      case ":local" -> local(command, scope);
      case ":set" -> set(command, scope);
      case ":if" -> branch(command, scope);
      case ":while" -> repeat(command, scope);
      case ":foreach" -> each(command, scope);
      case ":do" -> attempt(command, scope);
      case ":return" -> throw new Runner.Returned(argument(command, 0, scope));
      case ":error" -> throw new ScriptError(argument(command, 0, scope).text());
      case ":put" -> put(argument(command, 0, scope));
      case ":log" -> log(command, scope);
      case ":delay" -> delay(argument(command, 0, scope));
      case ":len" -> new Value.Whole(length(argument(command, 0, scope)));
      case ":typeof" -> new Value.Text(argument(command, 0, scope).kind());
      case ":tostr" -> new Value.Text(argument(command, 0, scope).text());
      case ":find" -> find(command, scope);
      case ":pick" -> pick(command, scope);
      default -> throw new ScriptError("nobody here knows " + command.head());
    };
  }

  private Value argument(Command command, int at, Scope scope) {
    if (at >= command.arguments().size()) {
      throw new ScriptError("missing value(s) of argument(s) of " + command.head());
    }
    return runner.value(command.arguments().get(at), scope);
  }

  private static String name(Command command) {
    if (!command.arguments().isEmpty()
        && command.arguments().getFirst() instanceof Word(String name)) {
      return name;
    }
    throw new ScriptError("expected variable name behind " + command.head());
  }

  private Value local(Command command, Scope scope) {
    Expression body = command.named().get("do");
    Value value = new Value.Nothing();
    if (body != null) {
      value = new Value.Function(body);
    } else if (command.arguments().size() > 1) {
      value = argument(command, 1, scope);
    }
    scope.declare(name(command), value);
    return value;
  }

  private Value set(Command command, Scope scope) {
    Value value = argument(command, 1, scope);
    scope.assign(name(command), value);
    return value;
  }

  private Value branch(Command command, Scope scope) {
    return named(command, argument(command, 0, scope).isTrue() ? "do" : "else", scope);
  }

  /** A branch that is not there does nothing. */
  private Value named(Command command, String name, Scope scope) {
    Expression block = command.named().get(name);
    return block == null ? new Value.Nothing() : runner.value(block, scope);
  }

  private Value repeat(Command command, Scope scope) {
    for (int round = 0; argument(command, 0, scope).isTrue(); round++) {
      if (round == MOST_ROUNDS) {
        throw new ScriptError(":while comes to no end");
      }
      Value _ = named(command, "do", scope);
    }
    return new Value.Nothing();
  }

  private Value each(Command command, Scope scope) {
    Value in = named(command, "in", scope);
    List<Value> all = in instanceof Value.Items(var items) ? items : List.of(in);
    for (Value one : all) {
      Scope inner = scope.inner();
      inner.declare(name(command), one);
      Value _ = named(command, "do", inner);
    }
    return new Value.Nothing();
  }

  private Value attempt(Command command, Scope scope) {
    if (!(command.arguments().getFirst() instanceof Block block)) {
      throw new ScriptError("expected { behind :do");
    }
    try {
      return runner.value(block, scope);
    } catch (ScriptError error) {
      if (!command.named().containsKey("on-error")) {
        throw error;
      }
      return named(command, "on-error", scope);
    }
  }

  private Value put(Value value) {
    machine.put(Script.text(value.text()));
    return new Value.Nothing();
  }

  private Value log(Command command, Scope scope) {
    machine.log(name(command), Script.text(argument(command, 1, scope).text()));
    return new Value.Nothing();
  }

  private Value delay(Value span) {
    Matcher seconds = SECONDS.matcher(span.text());
    if (!seconds.matches()) {
      throw new ScriptError("invalid value for argument delay-time");
    }
    machine.delay(Duration.ofSeconds(Long.parseLong(seconds.group(1))));
    return new Value.Nothing();
  }

  private static int length(Value value) {
    return switch (value) {
      case Value.Items(var all) -> all.size();
      case Value.Nothing() -> 0;
      default -> value.text().length();
    };
  }

  private Value find(Command command, Scope scope) {
    int at = argument(command, 0, scope).text().indexOf(argument(command, 1, scope).text());
    return at < 0 ? new Value.Nothing() : new Value.Whole(at);
  }

  /** One, or from one place up to another. */
  private Value pick(Command command, Scope scope) {
    Value of = argument(command, 0, scope);
    int from = (int) Operators.number(argument(command, 1, scope));
    if (of instanceof Value.Items) {
      return Operators.element(of, from);
    }
    String text = of.text();
    int to =
        command.arguments().size() > 2
            ? (int) Operators.number(argument(command, 2, scope))
            : from + 1;
    return from >= text.length()
        ? new Value.Nothing()
        : new Value.Text(text.substring(from, Math.min(Math.max(to, from), text.length())));
  }
}
