package io.tapgate.playground.page;

import io.tapgate.playground.router.RouterView;
import io.tapgate.playground.router.device.Entry;
import io.tapgate.playground.router.device.LogLine;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.TelegramView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The router and the people, as the page wants them told. Instants are milliseconds. */
final class Picture {
  private Picture() {}

  static ObjectNode people(List<Role> roles, TelegramView phones) {
    ObjectNode node = Reply.object();
    ArrayNode people = node.putArray("people");
    for (Role role : roles) {
      people
          .addObject()
          .put("person", role.key())
          .put("name", role.person().name())
          .put("chat", role.person().id())
          .put("language", role.person().languageCode())
          .put("account", orNull(role.account()))
          .put("caller", role.caller())
          .put("reach", TelegramForecast.word(phones.reach(role.person().id())));
    }
    return node;
  }

  private static @Nullable String orNull(Optional<String> text) {
    return text.isPresent() ? text.get() : null;
  }

  static ObjectNode router(RouterView view) {
    ObjectNode node = Reply.object().put("version", view.version().text());
    node.set("weather", RouterForecast.tell(view.weather()));
    ArrayNode sessions = node.putArray("sessions");
    view.sessions().forEach(session -> sessions.add(session(session)));
    ArrayNode lists = node.putArray("lists");
    lists.add(list("deny", view.lists().deny(), view.denied()));
    lists.add(list("permit", view.lists().permit(), view.permitted()));
    lists.add(list("ban", view.lists().ban(), view.banned()));
    ArrayNode log = node.putArray("log");
    view.log().forEach(line -> log.add(line(line)));
    return node;
  }

  static ObjectNode session(Session session) {
    return Reply.object()
        .put("session", session.sessionId())
        .put("account", session.account().name())
        .put("service", session.service())
        .put("caller", session.caller())
        .put("address", session.address())
        .put("since", session.since().toEpochMilli());
  }

  private static ObjectNode list(String kind, String name, List<Entry> entries) {
    ObjectNode list = Reply.object().put("kind", kind).put("name", name);
    ArrayNode rows = list.putArray("entries");
    entries.forEach(entry -> rows.add(entry(entry)));
    return list;
  }

  private static ObjectNode entry(Entry entry) {
    return Reply.object()
        .put("address", entry.address())
        .put("until", entry.until().map(Instant::toEpochMilli).orElse(null))
        .put("comment", entry.comment());
  }

  private static ObjectNode line(LogLine line) {
    return Reply.object()
        .put("at", line.at().toEpochMilli())
        .put("topics", line.topics())
        .put("text", line.text());
  }
}
