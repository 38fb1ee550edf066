package io.tapgate.playground.router.rsc;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece of a script that comes to a value, and may do something on the way. */
sealed interface Expression {

  record Constant(Value value) implements Expression {}

  /** Text with values in it. */
  record Quoted(List<Expression> parts) implements Expression {}

  /** Bare letters: text, or in a condition on items the name of a property. */
  record Word(String word) implements Expression {}

  record Variable(String name) implements Expression {}

  record Not(Expression of) implements Expression {}

  record Infix(Operator operator, Expression left, Expression right) implements Expression {}

  record Array(List<Expression> all) implements Expression {}

  /** Statements, with names of their own. */
  record Block(List<Expression> statements) implements Expression {}

  /**
   * A command.
   *
   * @param head such as {@code :if}, {@code /ip/firewall/filter/add}, {@code find}
   * @param function what is called, where it is a variable
   * @param where which items, of a search
   */
  record Command(
      String head,
      Optional<Expression> function,
      List<Expression> arguments,
      Map<String, Expression> named,
      Optional<Expression> where)
      implements Expression {}

  /** What stands between two values. */
  enum Operator {
    OR,
    AND,
    EQUAL,
    UNEQUAL,
    LESS,
    MORE,
    AT_MOST,
    AT_LEAST,
    MATCHES,
    JOIN,
    PLUS,
    MINUS,
    TIMES,
    ELEMENT
  }
}
