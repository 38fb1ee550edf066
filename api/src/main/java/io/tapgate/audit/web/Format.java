package io.tapgate.audit.web;

import io.tapgate.audit.Exporting;
import io.tapgate.audit.While;
import io.tapgate.audit.csv.CsvLines;
import io.tapgate.audit.json.JsonLines;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;

/** As what an export is taken. */
enum Format {
  JSONL("application/jsonl"),
  CSV("text/csv;charset=UTF-8");

  private final String type;

  Format(String type) {
    this.type = type;
  }

  static Format read(String text) {
    return Arrays.stream(values())
        .filter(format -> format.ending().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be csv or jsonl"));
  }

  String type() {
    return type;
  }

  String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  void write(Exporting exporting, While happened, Writer out) {
    switch (this) {
      case JSONL -> exporting.export(happened, new JsonLines(out));
      case CSV -> {
        CsvLines lines = new CsvLines(out);
        exporting.export(happened, lines);
        lines.end();
      }
    }
  }
}
