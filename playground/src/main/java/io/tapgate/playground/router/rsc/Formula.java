package io.tapgate.playground.router.rsc;

import io.tapgate.playground.router.rsc.Expression.Infix;
import io.tapgate.playground.router.rsc.Expression.Not;
import io.tapgate.playground.router.rsc.Expression.Operator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads values with operators between them: in parentheses, or behind {@code where}. */
final class Formula {
  private static final Pattern BARE = Pattern.compile("[^\\s;\\[\\](){}\"$=~<>!&|]+");
  private static final Pattern WORD_OPERATOR = Pattern.compile("(and|or)(?=[\\s(!$\\[])");
  private static final Pattern BLANK_AROUND = Pattern.compile("[.+*-](?=\\s)");

  private static final Map<String, Operator> JOINING =
      Map.of(".", Operator.JOIN, "+", Operator.PLUS, "-", Operator.MINUS, "*", Operator.TIMES);

  /** The longer ones first. */
  private static final List<Map.Entry<String, Operator>> COMPARING =
      List.of(
          Map.entry("!=", Operator.UNEQUAL),
          Map.entry("<=", Operator.AT_MOST),
          Map.entry(">=", Operator.AT_LEAST),
          Map.entry("=", Operator.EQUAL),
          Map.entry("~", Operator.MATCHES),
          Map.entry("<", Operator.LESS),
          Map.entry(">", Operator.MORE));

  private final Cursor cursor;
  private final Parser parser;

  Formula(Cursor cursor, Parser parser) {
    this.cursor = cursor;
    this.parser = parser;
  }

  Expression read() {
    Expression left = conjunction();
    while (takesWord("or", "||")) {
      left = new Infix(Operator.OR, left, conjunction());
    }
    return left;
  }

  private Expression conjunction() {
    Expression left = comparison();
    while (takesWord("and", "&&")) {
      left = new Infix(Operator.AND, left, comparison());
    }
    return left;
  }

  private boolean takesWord(String word, String sign) {
    cursor.skipBlanks();
    if (cursor.sees(WORD_OPERATOR)) {
      return cursor.takes(word);
    }
    return cursor.takes(sign);
  }

  private Expression comparison() {
    Expression left = joined();
    cursor.skipBlanks();
    for (Map.Entry<String, Operator> one : COMPARING) {
      if (cursor.takes(one.getKey())) {
        return new Infix(one.getValue(), left, joined());
      }
    }
    return left;
  }

  private Expression joined() {
    Expression left = operand();
    cursor.skipBlanks();
    while (cursor.isNext("->") || (cursor.isAfterBlank() && cursor.sees(BLANK_AROUND))) {
      if (cursor.takes("->")) {
        left = new Infix(Operator.ELEMENT, left, operand());
      } else {
        Operator operator = JOINING.get(String.valueOf(cursor.next()));
        left = new Infix(Objects.requireNonNull(operator), left, operand());
      }
      cursor.skipBlanks();
    }
    return left;
  }

  private Expression operand() {
    cursor.skipWhitespace();
    if (cursor.isNext("!") && !cursor.isNext("!=")) {
      cursor.expect('!');
      return new Not(operand());
    }
    return switch (cursor.peek()) {
      case '"', '$', '(', '[', '{' -> parser.value();
      default -> parser.bare(cursor.take(BARE));
    };
  }
}
