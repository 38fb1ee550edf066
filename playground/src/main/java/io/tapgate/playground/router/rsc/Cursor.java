package io.tapgate.playground.router.rsc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a script's text. */
final class Cursor {
  private final String text;
  private int at;

  /** A line that ends in a backslash goes on in the next. */
  Cursor(String script) {
    this.text = script.replace("\r\n", "\n").replaceAll("\\\\\n[ \t]*", "");
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  char peek() {
    return isAtEnd() ? '\0' : text.charAt(at);
  }

  char next() {
    if (isAtEnd()) {
      throw wrong("it ends too early");
    }
    return text.charAt(at++);
  }

  boolean isNext(String words) {
    return text.startsWith(words, at);
  }

  boolean takes(String words) {
    boolean is = isNext(words);
    if (is) {
      at += words.length();
    }
    return is;
  }

  void expect(char one) {
    if (peek() != one) {
      throw wrong("expected " + one);
    }
    at++;
  }

  /** What this matches from here on; empty: nothing, and nothing is taken. */
  String take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return "";
    }
    at = matcher.end();
    return matcher.group();
  }

  boolean sees(Pattern pattern) {
    return pattern.matcher(text).region(at, text.length()).lookingAt();
  }

  boolean isAfterBlank() {
    return at > 0 && Character.isWhitespace(text.charAt(at - 1));
  }

  void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  /** Blanks, ends of lines and of statements, and comments. */
  void skipToStatement() {
    while (!isAtEnd()) {
      char one = peek();
      if (one == '#') {
        while (!isAtEnd() && peek() != '\n') {
          at++;
        }
      } else if (Character.isWhitespace(one) || one == ';') {
        at++;
      } else {
        return;
      }
    }
  }

  /** Also over ends of lines, as between parentheses. */
  void skipWhitespace() {
    while (Character.isWhitespace(peek())) {
      at++;
    }
  }

  ScriptError wrong(String what) {
    long line = text.substring(0, Math.min(at, text.length())).lines().count();
    return new ScriptError("syntax error: " + what + " (line " + line + ")");
  }
}
