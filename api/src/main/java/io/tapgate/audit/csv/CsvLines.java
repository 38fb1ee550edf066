package io.tapgate.audit.csv;

import io.tapgate.audit.Canonical;
import io.tapgate.audit.Link;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A header, then a line for each record. Whoever turns a line back into the record takes one
 * apostrophe from the front of a field that has one: it is always ours. What is absent is nothing;
 * an empty text is a pair of quotes.
 */
public final class CsvLines implements Consumer<Link> {
  private static final String LINE_END = "\r\n";

  /** What spreadsheets take for the beginning of a formula, and what marks that it is none. */
  private static final String MARKED = "=+-@\t\r'";

  private static final String TO_BE_QUOTED = ",\"\r\n";

  private final Writer out;
  private boolean headed;

  public CsvLines(Writer out) {
    this.out = out;
  }

  @Override
  public void accept(Link link) {
    head();
    List<Optional<String>> values = new ArrayList<>(Canonical.values(link.place(), link.noted()));
    values.add(Optional.of(link.hash().hex()));
    write(values.stream().map(value -> value.map(CsvLines::field).orElse("")).toList());
  }

  /** With nothing in it, it is a table all the same. */
  public void end() {
    head();
  }

  private void head() {
    if (!headed) {
      headed = true;
      List<String> names = new ArrayList<>(Canonical.FIELDS);
      names.add("hash");
      write(names);
    }
  }

  private void write(List<String> fields) {
    try {
      out.write(String.join(",", fields) + LINE_END);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static String field(String text) {
    String safe = begins(text) ? "'" + text : text;
    boolean plain =
        !safe.isEmpty() && safe.chars().noneMatch(sign -> TO_BE_QUOTED.indexOf(sign) >= 0);
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  private static boolean begins(String text) {
    return !text.isEmpty() && MARKED.indexOf(text.charAt(0)) >= 0;
  }
}
