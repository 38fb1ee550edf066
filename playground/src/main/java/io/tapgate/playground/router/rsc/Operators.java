package io.tapgate.playground.router.rsc;

import io.tapgate.playground.router.rsc.Expression.Infix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What stands between two values. One for each run: it keeps the patterns that it has read. */
final class Operators {
  private final Map<String, Pattern> patterns = new HashMap<>();

  Value value(Infix infix, Function<Expression, Value> of) {
    Value left = of.apply(infix.left());
    return switch (infix.operator()) {
      case OR -> new Value.Truth(left.isTrue() || of.apply(infix.right()).isTrue());
      case AND -> new Value.Truth(left.isTrue() && of.apply(infix.right()).isTrue());
      default -> value(infix.operator(), left, of.apply(infix.right()));
    };
  }

  Value value(Expression.Operator operator, Value left, Value right) {
    return switch (operator) {
      case EQUAL -> new Value.Truth(isSame(left, right));
      case UNEQUAL -> new Value.Truth(!isSame(left, right));
      case LESS -> new Value.Truth(number(left) < number(right));
      case MORE -> new Value.Truth(number(left) > number(right));
      case AT_MOST -> new Value.Truth(number(left) <= number(right));
      case AT_LEAST -> new Value.Truth(number(left) >= number(right));
      case MATCHES -> new Value.Truth(pattern(right.text()).matcher(left.text()).find());
      case JOIN -> new Value.Text(left.text() + right.text());
      case PLUS -> new Value.Whole(number(left) + number(right));
      case MINUS -> new Value.Whole(number(left) - number(right));
      case TIMES -> new Value.Whole(number(left) * number(right));
      case ELEMENT -> element(left, (int) number(right));
      case OR, AND -> throw new IllegalStateException("judged one side at a time");
    };
  }

  private Pattern pattern(String text) {
    try {
      return patterns.computeIfAbsent(text, Pattern::compile);
    } catch (PatternSyntaxException unreadable) {
      throw new ScriptError("bad regular expression " + text);
    }
  }

  static Value element(Value of, int at) {
    List<Value> all = of instanceof Value.Items(var items) ? items : List.of(of);
    return at >= 0 && at < all.size() ? all.get(at) : new Value.Nothing();
  }

  static long number(Value value) {
    if (value instanceof Value.Whole(long number)) {
      return number;
    }
    if (value.text().matches("-?[0-9]{1,18}")) {
      return Long.parseLong(value.text());
    }
    throw new ScriptError("cannot use " + value.kind() + " as a number");
  }

  /** Yes is true, as the console and the API write it. */
  private static boolean isSame(Value left, Value right) {
    return normal(left).equals(normal(right));
  }

  private static String normal(Value value) {
    return switch (value.text()) {
      case "yes" -> "true";
      case "no" -> "false";
      default -> value.text();
    };
  }
}
