package io.tapgate.cli.importing;

import io.tapgate.cli.api.Json;
import io.tapgate.cli.console.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the api made, or would make, of the rows so far. */
final class Outcome {
  private final List<Refused> refused;
  private long created;
  private long changed;
  private long unchanged;

  Outcome(List<Refused> unreadable) {
    refused = new ArrayList<>(unreadable);
  }

  /** The api answers row for row, in the order in which they were sent. */
  void add(List<Row> sent, Json answer) {
    created += answer.number("created");
    changed += answer.number("changed");
    unchanged += answer.number("unchanged");
    List<Json> results = answer.items("rows");
    for (int at = 0; at < Math.min(sent.size(), results.size()); at++) {
      if (results.get(at).text("result").equals("refused")) {
        Row row = sent.get(at);
        refused.add(new Refused(row.line(), row.name(), results.get(at).text("why")));
      }
    }
  }

  long toDo() {
    return created + changed;
  }

  List<Refused> refused() {
    return refused.stream().sorted(Comparator.comparingInt(Refused::line)).toList();
  }

  String sentence() {
    return Figures.of(created)
        + " created, "
        + Figures.of(changed)
        + " changed, "
        + Figures.of(unchanged)
        + " unchanged, "
        + Figures.of(refused.size())
        + " refused";
  }

  Json json(boolean dryRun, ClientFile.From from) {
    List<Object> lines = new ArrayList<>();
    for (Refused one : refused()) {
      lines.add(
          from == ClientFile.From.FILE
              ? new Json(Map.of("line", one.line(), "why", one.why()))
              : new Json(Map.of("account", one.name(), "why", one.why())));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("dry_run", dryRun);
    fields.put("created", created);
    fields.put("changed", changed);
    fields.put("unchanged", unchanged);
    fields.put("refused", lines);
    return new Json(fields);
  }
}
