package io.tapgate.cli.importing;

import java.util.ArrayList;
import java.util.List;

/** CSV as RFC 4180 has it: commas, quotes where needed, a quote doubled inside quotes. */
final class Csv {
  private final String text;
  private final List<Line> records = new ArrayList<>();
  private int at;
  private int line = 1;

  /** One record, and the line of the file on which it begins. */
  record Line(int line, List<String> fields) {
    boolean isBlank() {
      return fields.size() == 1 && fields.getFirst().isBlank();
    }
  }

  /** The text cannot be read on from this line. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(int line, String why) {
      super("line " + line + ": " + why);
    }
  }

  private Csv(String text) {
    this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  static List<Line> read(String text) throws Broken {
    Csv csv = new Csv(text);
    while (csv.at < csv.text.length()) {
      Line record = csv.record();
      if (!record.isBlank()) {
        csv.records.add(record);
      }
    }
    return csv.records;
  }

  private Line record() throws Broken {
    int begun = line;
    List<String> fields = new ArrayList<>();
    do {
      fields.add(here('"') ? quoted() : bare());
    } while (passed(','));
    endOfLine(begun);
    return new Line(begun, fields);
  }

  private String bare() {
    int begun = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(begun, at).strip();
  }

  private String quoted() throws Broken {
    int begun = line;
    StringBuilder field = new StringBuilder();
    at++;
    while (at < text.length()) {
      if (passed('"')) {
        if (!here('"')) {
          return field.toString();
        }
      } else if (here('\n')) {
        line++;
      }
      field.append(text.charAt(at++));
    }
    throw new Broken(begun, "the quote that opens a field is not closed");
  }

  private void endOfLine(int begun) throws Broken {
    passed('\r');
    if (at < text.length() && !passed('\n') && text.charAt(at - 1) != '\r') {
      throw new Broken(begun, "something follows a closing quote");
    }
    line++;
  }

  private boolean here(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private boolean passed(char c) {
    if (!here(c)) {
      return false;
    }
    at++;
    return true;
  }
}
