package io.tapgate.playground.router.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * The query words of a print, as the little stack machine they are. Below the stack lie endless
 * trues; an item passes when no false is left on it.
 */
final class Query {
  private final List<String> words;

  Query(List<String> words) {
    this.words = List.copyOf(words);
  }

  boolean passes(Map<String, String> item) {
    Stack stack = new Stack();
    for (String word : words) {
      apply(word, item, stack);
    }
    return stack.allTrue();
  }

  private static void apply(String word, Map<String, String> item, Stack stack) {
    if (word.isEmpty()) {
      return;
    }
    String rest = word.substring(1);
    switch (word.charAt(0)) {
      case '#' -> operate(rest, stack);
      case '-' -> stack.push(!item.containsKey(rest));
      case '<' -> stack.push(compare(rest, item).map(sign -> sign < 0).orElse(false));
      case '>' -> stack.push(compare(rest, item).map(sign -> sign > 0).orElse(false));
      case '=' -> stack.push(has(rest, item));
      default -> stack.push(has(word, item));
    }
  }

  /** {@code name}: has it; {@code name=x}: has it with this value. */
  private static boolean has(String word, Map<String, String> item) {
    int equals = word.indexOf('=');
    return equals < 0
        ? item.containsKey(word)
        : word.substring(equals + 1).equals(item.get(word.substring(0, equals)));
  }

  private static Optional<Integer> compare(String word, Map<String, String> item) {
    int equals = word.indexOf('=');
    if (equals < 0) {
      return Optional.empty();
    }
    return Optional.ofNullable(item.get(word.substring(0, equals)))
        .map(value -> Order.compare(value, word.substring(equals + 1)));
  }

  /** A string of operators and indexes: {@code |!&}, {@code 0.1.&}, {@code 2}. */
  private static void operate(String operations, Stack stack) {
    int at = 0;
    while (at < operations.length()) {
      int end = digitsEnd(operations, at);
      if (end > at) {
        boolean value = stack.at(Integer.parseInt(operations, at, end, 10));
        if (end == operations.length()) {
          stack.clear();
        }
        stack.push(value);
        // A dot right after an index only ends the index.
        at = end < operations.length() && operations.charAt(end) == '.' ? end + 1 : end;
      } else {
        stack.operate(operations.charAt(at));
        at++;
      }
    }
  }

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < 9 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Deep as one likes: what was never pushed is true. */
  private static final class Stack {
    private final Deque<Boolean> values = new ArrayDeque<>();

    void push(boolean value) {
      values.push(value);
    }

    boolean pop() {
      return values.isEmpty() || values.pop();
    }

    boolean at(int index) {
      return index >= values.size() || new ArrayList<>(values).get(index);
    }

    void clear() {
      values.clear();
    }

    void operate(char operator) {
      switch (operator) {
        case '!' -> push(!pop());
        case '&' -> pair(Boolean::logicalAnd);
        case '|' -> pair(Boolean::logicalOr);
        case '.' -> push(at(0));
        default -> throw Trap.invalid("query");
      }
    }

    private void pair(BinaryOperator<Boolean> operation) {
      boolean first = pop();
      boolean second = pop();
      push(operation.apply(first, second));
    }

    boolean allTrue() {
      return !values.contains(false);
    }
  }
}
