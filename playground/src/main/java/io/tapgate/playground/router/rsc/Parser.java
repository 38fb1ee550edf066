package io.tapgate.playground.router.rsc;

import io.tapgate.playground.router.rsc.Expression.Array;
import io.tapgate.playground.router.rsc.Expression.Block;
import io.tapgate.playground.router.rsc.Expression.Command;
import io.tapgate.playground.router.rsc.Expression.Constant;
import io.tapgate.playground.router.rsc.Expression.Quoted;
import io.tapgate.playground.router.rsc.Expression.Variable;
import io.tapgate.playground.router.rsc.Expression.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a script. */
final class Parser {
  private static final Pattern HEAD = Pattern.compile("[:/]?[A-Za-z0-9][A-Za-z0-9/-]*");
  private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9-]+)=(?!=)");
  private static final Pattern WHERE = Pattern.compile("where(?=\\s)");
  private static final Pattern BARE = Pattern.compile("[^\\s;\\[\\](){}\"$=~]+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern HEX = Pattern.compile("[0-9A-F]{2}");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
  private static final Set<String> BLOCKS = Set.of("do", "else", "on-error");

  private final Cursor cursor;

  private Parser(Cursor cursor) {
    this.cursor = cursor;
  }

  static Block parse(String script) {
    Cursor cursor = new Cursor(script);
    Block block = new Parser(cursor).statements();
    if (!cursor.isAtEnd()) {
      throw cursor.wrong("unexpected " + cursor.peek());
    }
    return block;
  }

  private Block statements() {
    List<Expression> all = new ArrayList<>();
    cursor.skipToStatement();
    while (!cursor.isAtEnd() && cursor.peek() != '}') {
      all.add(cursor.peek() == '{' ? block() : command());
      cursor.skipToStatement();
    }
    return new Block(all);
  }

  private Block block() {
    cursor.expect('{');
    Block block = statements();
    cursor.expect('}');
    return block;
  }

  private Command command() {
    Optional<Expression> function = Optional.empty();
    String head = "";
    if (cursor.peek() == '$') {
      function = Optional.of(value());
    } else {
      head = cursor.take(HEAD);
      if (head.isEmpty()) {
        throw cursor.wrong("expected command name");
      }
    }
    List<Expression> arguments = new ArrayList<>();
    Map<String, Expression> named = new LinkedHashMap<>();
    Optional<Expression> where = Optional.empty();
    cursor.skipBlanks();
    while (!isOver()) {
      if (!cursor.take(WHERE).isEmpty()) {
        where = Optional.of(new Formula(cursor, this).read());
      } else if (cursor.sees(NAMED)) {
        String name = cursor.take(NAMED).replaceFirst("=$", "");
        named.put(name, BLOCKS.contains(name) ? block() : value());
      } else {
        arguments.add(head.equals(":do") && arguments.isEmpty() ? block() : value());
      }
      cursor.skipBlanks();
    }
    return new Command(head, function, arguments, named, where);
  }

  private boolean isOver() {
    return cursor.isAtEnd() || "\n;]}".indexOf(cursor.peek()) >= 0;
  }

  /** One value, without an operator. */
  Expression value() {
    return switch (cursor.peek()) {
      case '"' -> quoted();
      case '$' -> variable();
      case '(' -> parenthesised();
      case '[' -> called();
      case '{' -> array();
      default -> bare(cursor.take(BARE));
    };
  }

  Expression bare(String word) {
    if (word.isEmpty()) {
      throw cursor.wrong("expected a value");
    }
    return WHOLE.matcher(word).matches()
        ? new Constant(new Value.Whole(Long.parseLong(word)))
        : new Word(word);
  }

  private Expression variable() {
    cursor.expect('$');
    if (cursor.peek() == '"') {
      return new Variable(plain());
    }
    String name = cursor.take(NAME);
    if (name.isEmpty()) {
      throw cursor.wrong("expected variable name");
    }
    return new Variable(name);
  }

  private String plain() {
    cursor.expect('"');
    StringBuilder name = new StringBuilder();
    while (cursor.peek() != '"') {
      name.append(cursor.next());
    }
    cursor.expect('"');
    return name.toString();
  }

  private Expression parenthesised() {
    cursor.expect('(');
    Expression inside = new Formula(cursor, this).read();
    cursor.skipWhitespace();
    cursor.expect(')');
    return inside;
  }

  private Expression called() {
    cursor.expect('[');
    cursor.skipWhitespace();
    Command command = command();
    cursor.expect(']');
    return command;
  }

  private Expression array() {
    cursor.expect('{');
    List<Expression> all = new ArrayList<>();
    cursor.skipWhitespace();
    while (cursor.peek() != '}') {
      all.add(value());
      cursor.skipWhitespace();
      if (!cursor.takes(";") && cursor.peek() != '}') {
        throw cursor.wrong("expected ;");
      }
      cursor.skipWhitespace();
    }
    cursor.expect('}');
    return new Array(all);
  }

  private Expression quoted() {
    cursor.expect('"');
    List<Expression> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    while (cursor.peek() != '"') {
      if (cursor.peek() == '$') {
        parts.add(text(plain));
        plain.setLength(0);
        parts.add(variable());
      } else {
        plain.append(cursor.peek() == '\\' ? escaped() : cursor.next());
      }
    }
    cursor.expect('"');
    parts.add(text(plain));
    return new Quoted(parts);
  }

  private static Expression text(StringBuilder plain) {
    return new Constant(new Value.Text(plain.toString()));
  }

  private char escaped() {
    cursor.expect('\\');
    String hex = cursor.take(HEX);
    if (!hex.isEmpty()) {
      return (char) Integer.parseInt(hex, 16);
    }
    return switch (cursor.next()) {
      case '"' -> '"';
      case '\\' -> '\\';
      case '$' -> '$';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> throw cursor.wrong("bad escape");
    };
  }
}
