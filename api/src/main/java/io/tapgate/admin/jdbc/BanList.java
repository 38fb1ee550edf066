package io.tapgate.admin.jdbc;

import io.tapgate.admin.ListedBan;
import io.tapgate.client.Ban;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bans, the newest first. */
final class BanList {
  /** Of a ban {@code b}. */
  static final String IN_FORCE =
      "b.lifted_at is null and coalesce(b.until_at, 'infinity') > tapgate_now()";

  /** Few of many: they are looked up first, in an index of their own. */
  private static final String AMONG_THOSE_IN_FORCE =
      "b.id = any(array(select b.id from ban b where " + IN_FORCE + "))";

  /** What routers keep out because of one, as one text a caller. */
  private static final String CALLERS =
      """
      array(select r.name || chr(9) || host(e.caller) || chr(9) || e.enforced
            from ban_entry e join router r on r.id = e.router_id
            where e.ban_id = b.id order by r.name, e.caller)\
      """;

  private static final String SELECT =
      """
      select b.*, k.name as account, k.chat_id, (%s) as in_force, %s as callers
      from ban b join client k on k.id = b.client_id\
      """
          .formatted(IN_FORCE, CALLERS);

  private static final String AT =
      SELECT
          + """
           where b.client_id = :client and b.from_at <= :at
             and coalesce(least(b.lifted_at, b.until_at), 'infinity') > :at
           order by in_force desc, b.until_at desc nulls first, b.id
          """;

  static final Listing<ListedBan> LISTING =
      new Listing<>(
          SELECT,
          "b.id",
          List.of(Sort.ID),
          List.of(
              Filter.yesOrNo("in_force", AMONG_THOSE_IN_FORCE, "not (" + IN_FORCE + ")"),
              Filter.id("client", "b.client_id"),
              Filter.words("reason", "b.reason", Ban.Reason.values()),
              Filter.address(
                      "caller", "b.id = any(array(select e.ban_id from ban_entry e where e.caller")
                  .closedBy("))")),
          (row, _) -> read(row));

  private BanList() {}

  /** A client's, as of an instant. */
  static List<ListedBan> at(JdbcClient database, long client, Instant at) {
    return database
        .sql(AT)
        .param("client", client)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query((row, _) -> read(row))
        .list();
  }

  private static ListedBan read(ResultSet row) throws SQLException {
    return new ListedBan(
        row.getLong("id"),
        ConnectionList.client(row),
        Columns.word(row, "reason"),
        row.getString("why"),
        row.getString("actor"),
        Columns.instant(row, "from_at"),
        Columns.instantOrNull(row, "until_at"),
        Columns.instantOrNull(row, "lifted_at"),
        row.getString("lifted_by"),
        row.getBoolean("in_force"),
        callers((String[]) row.getArray("callers").getArray()));
  }

  private static List<ListedBan.Caller> callers(String[] written) {
    List<ListedBan.Caller> callers = new ArrayList<>();
    for (String one : written) {
      String[] parts = one.split("\t", 3);
      callers.add(new ListedBan.Caller(parts[0], parts[1], parts[2].startsWith("t")));
    }
    return callers;
  }
}
