package io.tapgate.playground.router.scripts;

import io.tapgate.playground.router.device.Session;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One report of the router to Tapgate: this session came up, or went down. */
record Hook(Kind kind, Session session, String routerAddress) {

  /**
   * What a script always has at hand. A router may tell the session's id as well, but Tapgate must
   * do without.
   */
  String json() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", session.account().name());
    session.account().chatId().ifPresent(chat -> fields.put("chat_id", chat));
    fields.put("source_ip", session.address());
    fields.put("destination_ip", routerAddress);
    fields.put("caller_id", session.caller());
    return JsonMapper.shared().writeValueAsString(fields);
  }

  enum Kind {
    UP("/client/connect"),
    DOWN("/client/disconnect");

    private final String door;

    Kind(String door) {
      this.door = door;
    }

    String door() {
      return door;
    }
  }
}
