package io.tapgate.admin.jdbc;

import io.tapgate.admin.ListedClient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Clients, by name or by when they were seen. Names are looked for by how they begin. */
final class ClientList {
  /** Byte by byte, so that one index serves the order and the beginning. */
  private static final String NAME = "(coalesce(lower(k.name), '') collate \"C\")";

  private static final String SELECT =
      """
      select k.*, nullif(k.seen_at, '-infinity') as seen,
             (select case when bool_or(b.until_at is null) then 'never'
                          else to_char(max(b.until_at) at time zone 'UTC',
                                       'YYYY-MM-DD"T"HH24:MI:SS"Z"') end
              from ban b where b.client_id = k.id and b.reason <> 'LOCKED' and %1$s
              having count(*) > 0) as banned_until,
             (select count(*) from ban b
              where b.client_id = k.id and b.reason = 'LOCKED' and %1$s) > 0 as locked,
             (select count(*) from connection c
              where c.client_id = k.id and c.state in ('ASKED', 'CONFIRMED')) as live,
             (select count(*) from tapgate_chances(k.id)) as unconfirmed
      from client k\
      """
          .formatted(BanList.IN_FORCE);

  private enum Condition {
    BANNED,
    LOCKED,
    OFFERED,
    LIVE
  }

  /** Few are in any of these: they are looked up first, each kind in an index of its own. */
  private static final String IN_CONDITION =
      """
      k.id = any(array(
        select b.client_id from ban b
        where (b.reason = 'LOCKED' and 'LOCKED' = any%1$s or b.reason <> 'LOCKED' and 'BANNED' = any%1$s)
          and %2$s
        union all
        select c.client_id from connection c
        where 'LIVE' = any%1$s and c.state in ('ASKED', 'CONFIRMED')
        union all
        select o.id from client o where 'OFFERED' = any%1$s and o.offered_chat is not null))\
      """
          .formatted("(cast(:state as text[]))", BanList.IN_FORCE);

  static final Listing<ListedClient> LISTING =
      new Listing<>(
          SELECT,
          "k.id",
          List.of(
              Sort.ID,
              new Sort("name", NAME, Sort.TEXT),
              new Sort("seen_at", "k.seen_at", Sort.MOMENT)),
          List.of(
              Filter.text(
                  "name",
                  NAME + " >= lower(:name) and " + NAME + " < lower(:name) || chr(1114111)"),
              Filter.text("account", "k.name = :account"),
              Filter.id("chat_id", "k.chat_id"),
              Filter.anyOf("state", IN_CONDITION, Condition.values())),
          (row, _) -> read(row));

  private ClientList() {}

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
