package io.tapgate.admin.jdbc;

import io.tapgate.admin.ListedClient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Clients, by name or by when they were seen. Names are looked for by how they begin. */
final class ClientList {
  /** Byte by byte, so that one index serves the order and the beginning. */
  private static final String NAME = "(coalesce(lower(k.name), '') collate \"C\")";

  private static final String IN_FORCE =
      "b.client_id = k.id and b.lifted_at is null"
          + " and (b.until_at is null or b.until_at > tapgate_now())";

  private static final String SELECT =
      """
      select k.*, nullif(k.seen_at, '-infinity') as seen,
             (select case when bool_or(b.until_at is null) then 'never'
                          else to_char(max(b.until_at) at time zone 'UTC',
                                       'YYYY-MM-DD"T"HH24:MI:SS"Z"') end
              from ban b where b.reason <> 'LOCKED' and %1$s having count(*) > 0) as banned_until,
             (select count(*) from ban b where b.reason = 'LOCKED' and %1$s) > 0 as locked,
             (select count(*) from connection c
              where c.client_id = k.id and c.state in ('ASKED', 'CONFIRMED')) as live,
             (select count(*) from tapgate_chances(k.id)) as unconfirmed
      from client k\
      """
          .formatted(IN_FORCE);

  private enum Condition {
    BANNED,
    LOCKED,
    OFFERED,
    LIVE
  }

  static final Listing<ListedClient> LISTING =
      new Listing<>(
          SELECT,
          "k.id",
          List.of(
              Sort.ID,
              new Sort("name", NAME, "text"),
              new Sort("seen_at", "k.seen_at", "timestamptz")),
          List.of(
              Filter.text(
                  "name",
                  NAME + " >= lower(:name) and " + NAME + " < lower(:name) || chr(1114111)"),
              Filter.text("account", "k.name = :account"),
              Filter.id("chat_id", "k.chat_id"),
              Filter.words("state", state(), Condition.values())),
          (row, _) -> read(row));

  private ClientList() {}

  /** One of several may be asked for; each is a look into a small index. */
  private static String state() {
    return "case"
        + " when exists (select from ban b where b.reason = 'LOCKED' and "
        + IN_FORCE
        + ") then 'LOCKED'"
        + " when exists (select from ban b where "
        + IN_FORCE
        + ") then 'BANNED'"
        + " when exists (select from connection c where c.client_id = k.id"
        + " and c.state in ('ASKED', 'CONFIRMED')) then 'LIVE'"
        + " when k.offered_chat is not null then 'OFFERED' end";
  }

  private static ListedClient read(ResultSet row) throws SQLException {
    return new ListedClient(
        row.getLong("id"),
        row.getString("name"),
        Columns.longOrNull(row, "chat_id"),
        row.getString("note"),
        row.getInt("unconfirmed"),
        row.getString("banned_until"),
        row.getBoolean("locked"),
        Columns.longOrNull(row, "offered_chat"),
        row.getInt("live"),
        Columns.instantOrNull(row, "seen"),
        Columns.instant(row, "made_at"),
        row.getInt("version"));
  }
}
