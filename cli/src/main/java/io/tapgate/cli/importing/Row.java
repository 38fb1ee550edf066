package io.tapgate.cli.importing;

import io.tapgate.cli.api.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A client as a line of the file has it. Empty: not given. */
record Row(int line, String name, String chat, String note) {

  /** As the api wants it. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    if (!chat.isEmpty()) {
      fields.put("chat_id", Long.parseLong(chat));
    }
    if (!note.isEmpty()) {
      fields.put("note", note);
    }
    return fields;
  }

  /** How much of a body it takes, with the comma behind it. */
  int bytes() {
    return new Json(fields()).write().getBytes(StandardCharsets.UTF_8).length + 1;
  }
}
