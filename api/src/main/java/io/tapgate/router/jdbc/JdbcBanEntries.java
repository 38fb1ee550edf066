package io.tapgate.router.jdbc;

import io.tapgate.address.CallerAddress;
import io.tapgate.client.BanId;
import io.tapgate.client.ClientId;
import io.tapgate.connection.RouterId;
import io.tapgate.driving.Claim;
import io.tapgate.router.BanEntries;
import io.tapgate.router.BanEntries.Keeping.Seen;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBanEntries implements BanEntries {
  private static final String IN_FORCE =
      "b.lifted_at is null and (b.until_at is null or b.until_at > tapgate_now())";

  private static final String ENTER =
      """
      insert into ban_entry (ban_id, router_id, caller)
      select b.id, :router, cast(:caller as inet) from ban b
      where b.client_id = :client and b.reason <> 'LOCKED' and %s
      on conflict do nothing
      """
          .formatted(IN_FORCE);

  private static final String LOOK_AGAIN =
      """
      update ban_entry set drive_at = tapgate_now(), attempts = 0
      where router_id = :router and drive_at is not null and not enforced
      """;

  private static final String KEPT_OUT =
      """
      select distinct host(e.caller) from ban_entry e join ban b on b.id = e.ban_id
      where e.router_id = :router and (%s)
      """
          .formatted(IN_FORCE);

  private static final String OWED =
      """
      select host(caller) from ban_entry
      where router_id = :router and drive_at <= tapgate_now()
      group by caller order by min(drive_at) limit :most
      """;

  private static final String KEEPING =
      """
      select array_agg(b.id) as bans, array_agg(e.xmin::text) as versions,
             count(*) filter (where %1$s) > 0 as kept,
             bool_or(b.until_at is null) filter (where %1$s) as unending,
             ceil(extract(epoch from max(b.until_at) filter (where %1$s) - tapgate_now()))
               as seconds
      from ban_entry e join ban b on b.id = e.ban_id
      where e.router_id = :router and e.caller = cast(:caller as inet)
      """
          .formatted("(" + IN_FORCE + ")");

  private static final String OURS =
      """
       and exists (select from drive
                   where thing = :thing and owner = :owner and epoch = :epoch)
      """;

  /** Whoever lifts a ban writes to its entries, and then they are not the ones that were read. */
  private static final String ENFORCED =
      """
      update ban_entry e
      set enforced = %1$s, attempts = 0, drive_at = case when %1$s then b.until_at end
      from ban b, unnest(:bans, :versions) as seen (ban_id, version)
      where b.id = e.ban_id and e.router_id = :router and e.caller = cast(:caller as inet)
        and e.ban_id = seen.ban_id and e.xmin::text = seen.version
      """
              .formatted("(" + IN_FORCE + ")")
          + OURS;

  private static final String PUT_OFF =
      """
      update ban_entry
      set attempts = attempts + 1,
          drive_at = tapgate_now()
            + make_interval(secs => least(:first * power(2, least(attempts, 10)), :most))
      where router_id = :router and caller = cast(:caller as inet) and drive_at <= tapgate_now()
      """
          + OURS;

  private static final String OWED_AGAIN =
      """
      update ban_entry set drive_at = least(drive_at, tapgate_now())
      where router_id = :router and caller = cast(:caller as inet)
        and exists (select from router r where r.id = :router and r.removed_at is null)
      """;

  private final JdbcClient database;

  JdbcBanEntries(JdbcClient database) {
    this.database = database;
  }

  @Override
  public void enter(ClientId client, RouterId router, CallerAddress caller) {
    at(ENTER, router, caller).param("client", client.value()).update();
  }

  @Override
  public void lookAgain(RouterId router) {
    database.sql(LOOK_AGAIN).param("router", router.value()).update();
  }

  @Override
  public Set<RouterId> lifted(Collection<BanId> bans) {
    return database
        .sql(
            """
            update ban_entry set drive_at = tapgate_now(), attempts = 0
            where ban_id = any(:bans)
            returning router_id
            """)
        .param("bans", bans.stream().map(BanId::value).toArray(Long[]::new))
        .query((row, _) -> new RouterId(row.getLong(1)))
        .set();
  }

  @Override
  public Set<CallerAddress> keptOut(RouterId router) {
    return database
        .sql(KEPT_OUT)
        .param("router", router.value())
        .query((row, _) -> CallerAddress.parse(row.getString(1)))
        .set();
  }

  @Override
  public List<CallerAddress> owed(RouterId router, int most) {
    return database
        .sql(OWED)
        .param("router", router.value())
        .param("most", most)
        .query((row, _) -> CallerAddress.parse(row.getString(1)))
        .list();
  }

  @Override
  public Keeping keeping(RouterId router, CallerAddress caller) {
    return at(KEEPING, router, caller).query((row, _) -> keeping(row)).single();
  }

  @Override
  public void enforced(RouterId router, CallerAddress caller, Keeping shown, Claim claim) {
    List<Seen> seen = List.copyOf(shown.seen());
    by(at(ENFORCED, router, caller), claim)
        .param("bans", seen.stream().map(one -> one.ban().value()).toArray(Long[]::new))
        .param("versions", seen.stream().map(Seen::version).toArray(String[]::new))
        .update();
  }

  @Override
  public void putOff(
      RouterId router, CallerAddress caller, Claim claim, Duration first, Duration most) {
    by(at(PUT_OFF, router, caller), claim)
        .param("first", first.toMillis() / 1000.0)
        .param("most", most.toMillis() / 1000.0)
        .update();
  }

  @Override
  public void owedAgain(RouterId router, CallerAddress caller) {
    at(OWED_AGAIN, router, caller).update();
  }

  private JdbcClient.StatementSpec at(String sql, RouterId router, CallerAddress caller) {
    return database.sql(sql).param("router", router.value()).param("caller", caller.toString());
  }

  private static JdbcClient.StatementSpec by(JdbcClient.StatementSpec statement, Claim claim) {
    return statement
        .param("thing", claim.thing())
        .param("owner", claim.owner())
        .param("epoch", claim.epoch());
  }

  private static Keeping keeping(ResultSet row) throws SQLException {
    Set<Seen> seen = seen(row);
    if (!row.getBoolean("kept")) {
      return new Keeping.Free(seen);
    }
    return new Keeping.Out(
        seen,
        row.getBoolean("unending")
            ? Optional.empty()
            : Optional.of(Duration.ofSeconds(row.getLong("seconds"))));
  }

  private static Set<Seen> seen(ResultSet row) throws SQLException {
    Array bans = row.getArray("bans");
    if (bans == null) {
      return Set.of();
    }
    Long[] ids = (Long[]) bans.getArray();
    String[] versions = (String[]) row.getArray("versions").getArray();
    return IntStream.range(0, ids.length)
        .mapToObj(i -> new Seen(new BanId(ids[i]), versions[i]))
        .collect(Collectors.toSet());
  }
}
