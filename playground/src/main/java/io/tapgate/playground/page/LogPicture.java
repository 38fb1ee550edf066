package io.tapgate.playground.page;

import io.tapgate.playground.router.RouterLog;
import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Entry;
import io.tapgate.playground.router.device.Happening;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.device.Tracked;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The router's log for a judge: every happening, with its exact instant. */
final class LogPicture {
  private LogPicture() {}

  static ObjectNode draw(RouterLog log) {
    ObjectNode node = Reply.object().put("forgotten", log.forgotten());
    ArrayNode rows = node.put("complete", log.complete()).putArray("happenings");
    log.happenings().forEach(one -> rows.add(row(one)));
    return node;
  }

  private static ObjectNode row(Happening one) {
    ObjectNode row = Reply.object().put("number", one.number()).put("at", one.at().toString());
    row.set("by", by(one.by()));
    return what(one.change(), row);
  }

  private static ObjectNode by(Cause cause) {
    ObjectNode by = Reply.object();
    return switch (cause) {
      case Cause.Api(int connection, String user) ->
          by.put("who", "api").put("connection", connection).put("user", user);
      case Cause.TimeUp() -> by.put("who", "time");
      case Cause.Script(String name, String sessionId) ->
          by.put("who", "script").put("script", name).put("session", sessionId);
      case Cause.Client(String account) -> by.put("who", "client").put("account", account);
      case Cause.Reboot() -> by.put("who", "reboot");
      case Cause.Hand() -> by.put("who", "hand");
    };
  }

  private static ObjectNode what(Change change, ObjectNode row) {
    return switch (change) {
      case Change.CommandHeard(var _, String user, List<String> words) -> {
        ArrayNode said = row.put("what", "command").put("user", user).putArray("words");
        words.forEach(said::add);
        yield row;
      }
      case Change.EntryAdded(var _, Entry entry) -> entry("entry-added", entry, row);
      case Change.EntryChanged(var _, Entry before, Entry entry) -> {
        row.set("before", entry(before));
        yield entry("entry-changed", entry, row);
      }
      case Change.EntryGone(var _, Entry entry, Change.Why why) ->
          entry("entry-gone", entry, row).put("why", why(why));
      case Change.SessionUp(var _, Session session) -> session("session-up", session, row);
      case Change.SessionDown(var _, Session session, Change.Why why) ->
          session("session-down", session, row).put("why", why(why));
      case Change.ConnectionOpened(var _, Tracked one) -> tracked("connection-opened", one, row);
      case Change.ConnectionCut(var _, Tracked one) -> tracked("connection-cut", one, row);
      case Change.Configured(var _, var edit) ->
          row.put("what", "configured").put("menu", edit.path());
      case Change.LineLogged(var _, var line) ->
          row.put("what", "line").put("topics", line.topics()).put("text", line.text());
      case Change.Switched(var _, var weather) -> {
        row.set("weather", RouterForecast.tell(weather));
        yield row.put("what", "weather");
      }
      case Change.Rebooted _ -> row.put("what", "rebooted");
    };
  }

  private static ObjectNode entry(String what, Entry entry, ObjectNode row) {
    row.put("what", what).set("entry", entry(entry));
    return row;
  }

  private static ObjectNode entry(Entry entry) {
    return Reply.object()
        .put("id", entry.id())
        .put("list", entry.list())
        .put("address", entry.address())
        .put("until", entry.until().map(Instant::toString).orElse(null))
        .put("dynamic", entry.dynamic())
        .put("disabled", entry.disabled())
        .put("comment", entry.comment());
  }

  private static ObjectNode session(String what, Session session, ObjectNode row) {
    ObjectNode node = Picture.session(session).put("id", session.id());
    row.put("what", what).set("session", node.put("since", session.since().toString()));
    return row;
  }

  private static ObjectNode tracked(String what, Tracked one, ObjectNode row) {
    ObjectNode node =
        Reply.object()
            .put("id", one.id())
            .put("protocol", one.protocol())
            .put("from", one.from().address())
            .put("to", one.to().address())
            .put("port", one.to().port());
    row.put("what", what).set("connection", node);
    return row;
  }

  private static String why(Change.Why why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
