package io.tapgate.cli.console;

import java.util.LinkedHashMap;
import java.util.Map;

/** One thing, a line for each of its sides. What is empty is left out. */
public final class Details {
  private final Map<String, String> lines = new LinkedHashMap<>();

  public Details with(String label, String value) {
    if (!value.isBlank()) {
      lines.put(Plain.of(label), Plain.of(value));
    }
    return this;
  }

  /** Labels take a third of the screen at most: some have names in them. */
  public String on(Terminal terminal) {
    int label = Math.min(widest(), terminal.columns() / 3);
    StringBuilder text = new StringBuilder();
    lines.forEach((name, value) -> {
      String padded = Column.text("").cell(name, label);
      String wrapped = Wrapped.text(value, terminal.columns() - label - 2, label + 2);
      Colour colour = terminal.colours() ? Colour.of(value.replaceFirst(": .*", "")) : Colour.NONE;
      text.append(terminal.colours() ? Colour.ASIDE.on(padded) : padded)
          .append("  ")
          .append(colour.on(wrapped))
          .append('\n');
    });
    return text.toString();
  }

  private int widest() {
    return lines.keySet().stream().mapToInt(Plain::width).max().orElse(0);
  }
}
