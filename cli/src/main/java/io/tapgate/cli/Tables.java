package io.tapgate.cli;

import static io.tapgate.cli.Sentences.name;

import io.tapgate.cli.api.Json;
import io.tapgate.cli.console.Column;
import io.tapgate.cli.console.Moments;
import io.tapgate.cli.console.Table;
import java.util.List;

/** The columns of every list. */
final class Tables {
  /** The longest of the old kind; the new kind may be cut. */
  private static final int ADDRESS = "255.255.255.255".length();

  private Tables() {}

  static Table clients(List<Json> clients, Moments moments) {
    Table table =
        new Table(
            Column.figure("ID"),
            Column.text("NAME"),
            Column.figure("CHAT"),
            Column.state("STATE"),
            Column.figure("OPEN"),
            Column.word("SEEN"),
            Column.text("NOTE"));
    for (Json one : clients) {
      table.row(
          one.text("id"),
          one.text("name"),
          one.text("chat_id"),
          States.client(one),
          one.number("unconfirmed") == 0 ? "" : one.text("unconfirmed"),
          moments.at(one.instant("seen_at")),
          one.text("note"));
    }
    return table;
  }

  /** A star: the router does not show it yet. */
  static Table connections(List<Json> connections, Moments moments) {
    Table table =
        new Table(
            Column.figure("ID"),
            Column.state("STATE"),
            Column.text("CLIENT"),
            Column.text("ROUTER"),
            Column.word("TUNNEL"),
            Column.text("CALLER", ADDRESS),
            Column.word("SINCE"));
    for (Json one : connections) {
      table.row(
          one.text("id"),
          one.text("state") + (isShown(one) ? "" : "*"),
          name(one.get("client")),
          one.get("router").text("name"),
          one.text("tunnel"),
          one.text("caller"),
          moments.at(one.instant("changed_at")));
    }
    return table;
  }

  private static boolean isShown(Json connection) {
    return !Boolean.FALSE.equals(connection.get("enforced").value());
  }

  static Table bans(List<Json> bans, Moments moments) {
    Table table =
        new Table(
            Column.figure("ID"),
            Column.state("STATE"),
            Column.text("CLIENT"),
            Column.word("REASON"),
            Column.text("BY"),
            Column.word("FROM"),
            Column.word("UNTIL"));
    for (Json one : bans) {
      table.row(
          one.text("id"),
          States.ban(one),
          name(one.get("client")),
          one.text("reason"),
          one.text("actor"),
          moments.at(one.instant("from")),
          one.get("until").isMissing() ? "lifted" : moments.at(one.instant("until")));
    }
    return table;
  }

  static Table routers(List<Json> routers) {
    Table table =
        new Table(
            Column.figure("ID"),
            Column.text("NAME"),
            Column.text("HOST"),
            Column.figure("PORT"),
            Column.word("TLS"),
            Column.state("STATE"),
            Column.figure("LIVE"),
            Column.text("WHY"));
    for (Json one : routers) {
      table.row(
          one.text("id"),
          one.text("name"),
          one.text("host"),
          one.text("port"),
          one.text("tls"),
          one.get("condition").text("state"),
          one.text("live"),
          one.get("condition").text("why"));
    }
    return table;
  }

  static Table keys(List<Json> keys, Moments moments) {
    Table table =
        new Table(
            Column.figure("ID"),
            Column.text("NAME"),
            Column.word("SCOPE"),
            Column.state("STATE"),
            Column.word("EXPIRES"),
            Column.word("LAST USED"));
    for (Json one : keys) {
      table.row(
          one.text("id"),
          one.text("name"),
          one.text("scope"),
          States.key(one, moments),
          moments.at(one.instant("expires_at")),
          moments.at(one.instant("last_used_at").or(() -> one.instant("used_at"))));
    }
    return table;
  }

  static Table audit(List<Json> records, Moments moments) {
    Table table =
        new Table(
            Column.figure("PLACE"),
            Column.word("AT"),
            Column.text("ACTOR"),
            Column.word("VERB"),
            Column.text("ABOUT"),
            Column.text("REASON"));
    for (Json one : records) {
      table.row(
          one.get("place").isMissing() ? "-" : one.text("place"),
          moments.at(one.instant("at")),
          one.text("actor"),
          one.text("verb"),
          Sides.about(one),
          one.text("reason"));
    }
    return table;
  }
}
