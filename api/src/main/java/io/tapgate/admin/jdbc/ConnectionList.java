package io.tapgate.admin.jdbc;

import io.tapgate.admin.ListedConnection;
import io.tapgate.connection.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Connections, the newest first. */
final class ConnectionList {
  private static final String SELECT =
      """
      select c.*, host(c.tunnel) as address, c.enforced is not distinct from c.state as matched,
             k.name as account, k.chat_id, r.name as router
      from connection c
      join client k on k.id = c.client_id
      join router r on r.id = c.router_id\
      """;

  /**
   * Numbers are given in the order of time, but for those of transactions that ran side by side,
   * and none runs for a minute: so a span of time is a span of numbers, and read as one.
   */
  private static final String SINCE =
      """
      c.asked_at >= :since and c.id > coalesce(
        (select id from connection where asked_at < :since - interval '1 minute'
         order by asked_at desc limit 1), 0)\
      """;

  private static final String UNTIL =
      """
      c.asked_at < :until and c.id < coalesce(
        (select id from connection where asked_at >= :until + interval '1 minute'
         order by asked_at limit 1), 9223372036854775807)\
      """;

  static final Listing<ListedConnection> LISTING =
      new Listing<>(
          SELECT,
          "c.id",
          List.of(Sort.ID),
          List.of(
              Filter.words("state", "c.state", State.values()),
              Filter.id("client", "c.client_id"),
              Filter.text("name", "c.client_id = (select id from client where name = :name)"),
              Filter.id("router", "c.router_id"),
              Filter.address("tunnel", "c.tunnel"),
              Filter.caller("caller", "c.caller"),
              Filter.since(SINCE),
              Filter.until(UNTIL)),
          (row, _) -> read(row));

  private ConnectionList() {}

  private static ListedConnection read(ResultSet row) throws SQLException {
    return new ListedConnection(
        row.getLong("id"),
        Columns.word(row, "state"),
        Columns.word(row, "cause"),
        row.getString("actor"),
        row.getString("reason"),
        client(row),
        new ListedConnection.Router(row.getLong("router_id"), row.getString("router")),
        row.getString("address"),
        row.getString("caller"),
        row.getString("destination"),
        row.getString("session"),
        row.getString("service"),
        Columns.instant(row, "asked_at"),
        Columns.instantOrNull(row, "taken_at"),
        Columns.instant(row, "deadline_at"),
        Columns.instant(row, "changed_at"),
        Columns.instantOrNull(row, "confirmed_at"),
        Columns.instantOrNull(row, "let_in_at"),
        row.getBoolean("matched"),
        Columns.instantOrNull(row, "enforced_at"),
        row.getString("trouble"));
  }

  static ListedConnection.Client client(ResultSet row) throws SQLException {
    return new ListedConnection.Client(
        row.getLong("client_id"), row.getString("account"), Columns.longOrNull(row, "chat_id"));
  }
}
