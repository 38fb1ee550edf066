package io.tapgate.cli.console;

import java.util.LinkedHashMap;
import java.util.Map;

/** One thing, a line for each of its sides. What is empty is left out. */
public final class Details {
  private final Map<String, String> lines = new LinkedHashMap<>();

  public Details with(String label, String value) {
    if (!value.isBlank()) {
      lines.put(label, Plain.of(value));
    }
    return this;
  }

  public String on(Terminal terminal) {
    int label = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    lines.forEach((name, value) -> {
      String padded = name + " ".repeat(label - name.length());
      String wrapped = Wrapped.text(value, terminal.columns() - label - 2, label + 2);
      Colour colour = terminal.colours() ? Colour.of(value.replaceFirst(": .*", "")) : Colour.NONE;
      text.append(terminal.colours() ? Colour.ASIDE.on(padded) : padded)
          .append("  ")
          .append(colour.on(wrapped))
          .append('\n');
    });
    return text.toString();
  }
}
