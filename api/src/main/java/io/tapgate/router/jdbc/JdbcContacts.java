package io.tapgate.router.jdbc;

import io.tapgate.connection.RouterId;
import io.tapgate.driving.Claim;
import io.tapgate.router.Contact;
import io.tapgate.router.Contacts;
import io.tapgate.router.Reporting;
import io.tapgate.router.Silence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * In rows apart from the routers': an admin who changes one locks it, and whoever drives it is not
 * to wait for that, nor an admin for them.
 */
@Repository
class JdbcContacts implements Contacts {
  private static final String SELECT =
      """
      select id, met_at, silent_since, answers_since, silence_told,
             last_report_at, unreported_since, unreported_told, tapgate_now() as at
      from router left join contact on router_id = id
      where removed_at is null and not disabled
      """;

  private static final String HOLD = " and id = :id";

  private static final String BEGIN =
      """
      insert into contact (router_id)
      select id from router where id = :id and removed_at is null and not disabled
      on conflict do nothing
      """;

  private static final String LOCK =
      "select 1 from contact where router_id = :id for no key update";

  private static final String IF_OURS =
      """
       and exists (select from drive
                   where thing = :thing and owner = :owner and epoch = :epoch)
      """;

  private static final String KEEP =
      """
      update contact
      set met_at = :met, silent_since = :silent, answers_since = :answers, silence_told = :silenceTold,
          last_report_at = :report, unreported_since = :unreported, unreported_told = :unreportedTold
      where router_id = :id
      """;

  private final JdbcClient database;

  JdbcContacts(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Map<RouterId, Contact> all() {
    Map<RouterId, Contact> all = new HashMap<>();
    database
        .sql(SELECT)
        .query((row, _) -> Map.entry(new RouterId(row.getLong("id")), contact(row)))
        .list()
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return Map.copyOf(all);
  }

  @Override
  public Optional<Contact> hold(RouterId router) {
    lock(router);
    return database
        .sql(SELECT + HOLD)
        .param("id", router.value())
        .query((row, _) -> contact(row))
        .optional();
  }

  @Override
  public Optional<Contact> hold(RouterId router, Claim claim) {
    lock(router);
    return database
        .sql(SELECT + IF_OURS + HOLD)
        .param("id", router.value())
        .param("thing", claim.thing())
        .param("owner", claim.owner())
        .param("epoch", claim.epoch())
        .query((row, _) -> contact(row))
        .optional();
  }

  private void lock(RouterId router) {
    database.sql(BEGIN).param("id", router.value()).update();
    var _ = database.sql(LOCK).param("id", router.value()).query(Integer.class).optional();
  }

  @Override
  public void keep(RouterId held, Contact contact) {
    Silence silence = contact.silence();
    Reporting reporting = contact.reporting();
    database
        .sql(KEEP)
        .param("id", held.value())
        .param("met", at(silence.met()), Types.TIMESTAMP)
        .param("silent", at(silence.since()), Types.TIMESTAMP)
        .param("answers", at(silence.endingSince()), Types.TIMESTAMP)
        .param("silenceTold", silence.told())
        .param("report", at(reporting.last()), Types.TIMESTAMP)
        .param("unreported", at(reporting.missingSince()), Types.TIMESTAMP)
        .param("unreportedTold", reporting.told())
        .update();
  }

  private static Contact contact(ResultSet row) throws SQLException {
    return new Contact(
        new Silence(
            instant(row, "met_at"),
            instant(row, "silent_since"),
            instant(row, "answers_since"),
            row.getBoolean("silence_told")),
        new Reporting(
            instant(row, "last_report_at"),
            instant(row, "unreported_since"),
            row.getBoolean("unreported_told")),
        row.getTimestamp("at").toInstant());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp known = row.getTimestamp(column);
    return known == null ? null : known.toInstant();
  }

  private static @Nullable Timestamp at(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
