package io.tapgate.cli;

import static io.tapgate.cli.Sentences.until;

import io.tapgate.cli.api.Json;
import io.tapgate.cli.console.Details;
import io.tapgate.cli.console.Moments;
import java.util.List;
import java.util.stream.Collectors;

/** One thing, seen from every side. */
final class Sides {
  private Sides() {}

  static Details client(Json one, Moments moments) {
    return new Details()
        .with("client", Sentences.name(one) + " (#" + one.text("id") + ")")
        .with("state", States.client(one))
        .with("banned until", until(one, "banned_until", moments))
        .with("chat", one.text("chat_id"))
        .with("offered chat", offered(one))
        .with("unconfirmed", one.text("unconfirmed"))
        .with("note", one.text("note"))
        .with("seen", moments.atAndFrom(one.instant("seen_at")))
        .with("made", moments.at(one.instant("made_at")));
  }

  private static String offered(Json client) {
    String chat = client.text("offered_chat");
    return chat.isEmpty() ? "" : chat + ", named by the router: client accept-chat takes it";
  }

  static Details connection(Json one, Moments moments) {
    return new Details()
        .with("connection", one.text("id"))
        .with("state", one.text("state"))
        .with("cause", one.text("cause"))
        .with("by", one.text("actor"))
        .with("reason", one.text("reason"))
        .with(
            "client",
            Sentences.name(one.get("client")) + " (#" + one.get("client").text("id") + ")")
        .with("router", one.get("router").text("name"))
        .with("tunnel", one.text("tunnel"))
        .with("caller", one.text("caller"))
        .with("destination", one.text("destination"))
        .with("service", one.text("service"))
        .with("asked", moments.atAndFrom(one.instant("asked_at")))
        .with("deadline", deadline(one, moments))
        .with("confirmed", moments.at(one.instant("confirmed_at")))
        .with("let in", moments.at(one.instant("let_in_at")))
        .with("changed", moments.atAndFrom(one.instant("changed_at")))
        .with("on the router", enforced(one, moments))
        .with("trouble", one.text("trouble"));
  }

  /** Of interest while it is still to come. */
  private static String deadline(Json connection, Moments moments) {
    return connection.text("state").equals("asked")
        ? moments.atAndFrom(connection.instant("deadline_at"))
        : "";
  }

  private static String enforced(Json connection, Moments moments) {
    return connection.flag("enforced")
        ? "as it should be" + seen(moments.at(connection.instant("enforced_at")))
        : "not yet as it should be";
  }

  private static String seen(String at) {
    return at.isEmpty() ? "" : ", seen at " + at;
  }

  static Details ban(Json one, Moments moments) {
    return new Details()
        .with("ban", one.text("id"))
        .with("state", States.ban(one))
        .with(
            "client",
            Sentences.name(one.get("client")) + " (#" + one.get("client").text("id") + ")")
        .with("reason", one.text("reason"))
        .with("why", one.text("why"))
        .with("by", one.text("actor"))
        .with("from", moments.at(one.instant("from")))
        .with("until", one.get("until").isMissing() ? "lifted" : until(one, "until", moments))
        .with("lifted", moments.at(one.instant("lifted_at")))
        .with("lifted by", one.text("lifted_by"))
        .with("callers", callers(one.items("callers")));
  }

  private static String callers(List<Json> callers) {
    return callers.stream()
        .map(one -> one.text("caller") + " at " + routerName(one) + notYet(one))
        .collect(Collectors.joining(", "));
  }

  private static String notYet(Json caller) {
    return caller.flag("enforced") ? "" : " (not yet)";
  }

  private static String routerName(Json holder) {
    Json router = holder.get("router");
    return router.text().isEmpty() ? router.text("name") : router.text();
  }

  static Details router(Json one, Moments moments) {
    return new Details()
        .with("router", one.text("name") + " (#" + one.text("id") + ")")
        .with("state", one.get("condition").text("state"))
        .with("why", one.get("condition").text("why"))
        .with("address", one.text("host") + ":" + one.text("port"))
        .with("user", one.text("username"))
        .with("tls", one.text("tls"))
        .with("fingerprint", one.text("fingerprint"))
        .with("authority", one.flag("has_ca") ? "its own" : "")
        .with("deny list", one.text("deny_list"))
        .with("permit list", one.text("permit_list"))
        .with("ban list", one.text("ban_list"))
        .with("time to answer", one.text("unconfirmed_timeout"))
        .with("max unconfirmed", one.text("max_unconfirmed_connections"))
        .with("ban lasts", one.text("ban_timeout"))
        .with("live", one.text("live"))
        .with("last report", moments.at(one.instant("last_report_at")))
        .with("silent since", moments.at(one.instant("silent_since")))
        .with("unreported since", moments.at(one.instant("unreported_since")))
        .with("set by", one.flag("from_environment") ? "the environment: read-only here" : "");
  }

  static Details key(Json one, Moments moments) {
    return new Details()
        .with("key", one.text("name") + " (#" + one.text("id") + ")")
        .with("state", States.key(one, moments))
        .with("scope", one.text("scope"))
        .with("expires", moments.atAndFrom(one.instant("expires_at")))
        .with(
            "last used",
            moments.atAndFrom(one.instant("last_used_at").or(() -> one.instant("used_at"))))
        .with("made", moments.at(one.instant("made_at")));
  }

  /** What a record of the audit is about. */
  static String about(Json one) {
    return List.of("connection", "client", "router", "ban", "key").stream()
        .filter(noun -> !one.get(noun).isMissing())
        .map(noun -> noun + " " + thing(one.get(noun)))
        .collect(Collectors.joining(", "));
  }

  private static String thing(Json thing) {
    if (!thing.text().isEmpty()) {
      return thing.text();
    }
    String name = thing.text("name");
    return name.isEmpty() ? "#" + thing.text("id") : name;
  }
}
