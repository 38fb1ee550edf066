package io.tapgate.router.routeros;

import java.net.ProtocolException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One sentence from the router, taken apart.
 *
 * @param tag whose reply it is; empty when the sentence names nobody
 * @param text the bare words, as {@code !fatal} carries them
 */
public record Reply(Kind kind, String tag, Map<String, String> attributes, String text) {
  private static final int SHOWN = 200;

  /** {@code !empty} says of a list that nothing is in it; before RouterOS 7.18 it was not said. */
  public enum Kind {
    RE,
    EMPTY,
    TRAP,
    DONE,
    FATAL
  }

  static Reply of(List<String> words) throws ProtocolException {
    Kind kind = kind(words.getFirst());
    Map<String, String> attributes = new HashMap<>();
    StringBuilder text = new StringBuilder();
    String tag = "";
    for (String word : words.subList(1, words.size())) {
      if (word.startsWith(".tag=")) {
        tag = word.substring(".tag=".length());
      } else if (word.startsWith("=")) {
        attribute(word, attributes);
      } else {
        text.append(text.isEmpty() ? "" : " ").append(word);
      }
    }
    return new Reply(kind, tag, attributes, text.toString());
  }

  /**
   * A text of the router's, fit for one line of a message: short, and without control characters.
   */
  public static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return '"' + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line) + '"';
  }

  private static Kind kind(String word) throws ProtocolException {
    return switch (word) {
      case "!re" -> Kind.RE;
      case "!empty" -> Kind.EMPTY;
      case "!trap" -> Kind.TRAP;
      case "!done" -> Kind.DONE;
      case "!fatal" -> Kind.FATAL;
      default -> throw new ProtocolException("it began a sentence with " + shown(word));
    };
  }

  private static void attribute(String word, Map<String, String> attributes) {
    int equals = word.indexOf('=', 1);
    int end = equals < 0 ? word.length() : equals;
    attributes.putIfAbsent(word.substring(1, end), equals < 0 ? "" : word.substring(equals + 1));
  }

  @Override
  public String toString() {
    return kind + " " + attributes.keySet();
  }
}
