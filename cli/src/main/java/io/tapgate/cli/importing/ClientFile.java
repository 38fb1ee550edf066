package io.tapgate.cli.importing;

import io.tapgate.cli.api.Failure;
import io.tapgate.cli.api.Json;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A list of people as a whole: rows that may be sent, and those that cannot be right.
 *
 * @param from where it comes from
 */
record ClientFile(List<Row> rows, List<Refused> refused, From from) {
  private static final Set<String> COLUMNS = Set.of("name", "chat_id", "note");

  /** Each calls its rows otherwise, and knows less or more of them. */
  enum From {
    FILE,
    ROUTER
  }

  /** The accounts of a router, with the chats that their comments name. */
  static ClientFile of(List<Json> accounts, From router) {
    ClientFile file = new ClientFile(new ArrayList<>(), new ArrayList<>(), router);
    Map<String, Integer> seen = new HashMap<>();
    for (Json one : accounts) {
      int place = file.rows.size() + file.refused.size() + 1;
      file.take(new Row(place, one.text("name"), one.text("chat_id"), ""), seen);
    }
    return file;
  }

  static ClientFile read(Path file) {
    try {
      return of(Csv.read(Files.readString(file)));
    } catch (CharacterCodingException _) {
      throw Failure.typed(file + " is not UTF-8. Save it so, and try again.");
    } catch (IOException _) {
      throw Failure.typed(file + " cannot be read.");
    } catch (Csv.Broken broken) {
      throw Failure.typed(file + ", " + broken.getMessage() + ".");
    }
  }

  private static ClientFile of(List<Csv.Line> records) {
    if (records.size() < 2) {
      throw Failure.typed(
          "there is nobody in this file: a line name,chat_id,note and one for each.");
    }
    List<String> header = header(records.getFirst());
    ClientFile file = new ClientFile(new ArrayList<>(), new ArrayList<>(), From.FILE);
    Map<String, Integer> seen = new HashMap<>();
    records.stream().skip(1).forEach(record -> file.take(record, header, seen));
    return file;
  }

  private static List<String> header(Csv.Line first) {
    List<String> header =
        first.fields().stream().map(one -> one.strip().toLowerCase(Locale.ROOT)).toList();
    if (header.stream().anyMatch(one -> one.contains(";") || one.contains("\t"))) {
      throw Failure.typed(
          "line 1 has no commas between its columns: save the file with commas, as"
              + " name,chat_id,note.");
    }
    if (!header.contains("name")
        || !COLUMNS.containsAll(header)
        || Set.copyOf(header).size() < header.size()) {
      throw Failure.typed(
          "line 1 must name the columns, each once: name, and if you like chat_id and note.");
    }
    return header;
  }

  private void take(Csv.Line record, List<String> header, Map<String, Integer> seen) {
    if (record.fields().size() != header.size()) {
      refused.add(
          new Refused(
              record.line(),
              "",
              "it has " + record.fields().size() + " fields, not " + header.size()));
      return;
    }
    take(row(record, header), seen);
  }

  private void take(Row row, Map<String, Integer> seen) {
    Integer earlier = seen.get(row.name());
    if (row.name().isEmpty()) {
      refused.add(new Refused(row.line(), row.name(), "the name is missing"));
    } else if (!row.chat().isEmpty() && !row.chat().matches("-?[0-9]{1,18}")) {
      refused.add(
          new Refused(row.line(), row.name(), "'" + row.chat() + "' is no chat: a whole number"));
    } else if (earlier != null) {
      refused.add(new Refused(row.line(), row.name(), earlierWords(row, earlier)));
    } else if (Batches.isTooLong(row)) {
      refused.add(new Refused(row.line(), row.name(), "it is far too long"));
    } else {
      seen.put(row.name(), row.line());
      rows.add(row);
    }
  }

  private String earlierWords(Row row, int earlier) {
    return from == From.FILE
        ? row.name() + " stands on line " + earlier + " already"
        : "there is another account of this name";
  }

  private static Row row(Csv.Line record, List<String> header) {
    Map<String, String> fields = new HashMap<>();
    for (int at = 0; at < header.size(); at++) {
      fields.put(header.get(at), record.fields().get(at).strip());
    }
    return new Row(
        record.line(),
        fields.getOrDefault("name", ""),
        fields.getOrDefault("chat_id", ""),
        fields.getOrDefault("note", ""));
  }
}
