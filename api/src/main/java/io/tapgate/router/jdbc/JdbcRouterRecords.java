package io.tapgate.router.jdbc;

import io.tapgate.connection.RouterId;
import io.tapgate.doors.KeyDigest;
import io.tapgate.router.LockedPassword;
import io.tapgate.router.Particulars;
import io.tapgate.router.RouterRecord;
import io.tapgate.router.RouterRecords;
import io.tapgate.router.RouterSettings;
import io.tapgate.router.Trust;
import io.tapgate.settings.Span;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRouterRecords implements RouterRecords {
  /** Reports go on: they only look at a router's row. */
  private static final String ONE_ADMIN_AT_A_TIME = "lock table router in share row exclusive mode";

  private static final String NEXT = "select nextval(pg_get_serial_sequence('router', 'id'))";

  private static final String ADD =
      """
      insert into router (id, name, host, port, username, password, tls, ca, fingerprint,
                          deny_list, permit_list, ban_list, unconfirmed_timeout, max_unconfirmed,
                          ban_timeout, anywhere, disabled, hook_digest)
      overriding system value
      values (:id, :name, :host, :port, :username, :password, :tls, :ca, :fingerprint,
              :deny, :permit, :ban, :timeout, :unconfirmed, :banned, :anywhere, :disabled, :hook)
      """;

  private static final String CHANGE =
      """
      with described_anew as (update contact set met_at = null where router_id = :id)
      update router
      set name = :name, host = :host, port = :port, username = :username,
          password = coalesce(:password, password), tls = :tls, ca = :ca,
          fingerprint = :fingerprint, deny_list = :deny, permit_list = :permit, ban_list = :ban,
          unconfirmed_timeout = :timeout, max_unconfirmed = :unconfirmed, ban_timeout = :banned,
          anywhere = :anywhere, disabled = :disabled, version = version + 1
      where id = :id
      """;

  /** Of an earlier token only the last one counts on. */
  private static final String RENEW =
      """
      update router
      set earlier_hook = case when :overlap > 0 then hook_digest end,
          earlier_until = case when :overlap > 0
                          then tapgate_now() + make_interval(secs => :overlap) end,
          hook_digest = :hook, version = version + 1
      where id = :id
      """;

  private static final String REMOVE =
      """
      with kept_out as (delete from ban_entry where router_id = :id)
      update router set removed_at = tapgate_now(), version = version + 1 where id = :id
      """;

  private final JdbcClient database;
  private final RouterSettings settings;

  JdbcRouterRecords(JdbcClient database, RouterSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  @Override
  public List<RouterRecord> all() {
    return RouterRow.all(database).stream()
        .filter(row -> !row.removed())
        .map(this::router)
        .toList();
  }

  @Override
  public Optional<RouterRecord> find(RouterId id) {
    return one(RouterRow.SELECT + "where id = :id", id);
  }

  @Override
  public Optional<RouterRecord> hold(RouterId id) {
    database.sql(ONE_ADMIN_AT_A_TIME).update();
    return one(RouterRow.SELECT + "where id = :id for update", id);
  }

  @Override
  public RouterId next() {
    database.sql(ONE_ADMIN_AT_A_TIME).update();
    return new RouterId(database.sql(NEXT).query(Long.class).single());
  }

  @Override
  public boolean isTaken(String name, RouterId butBy) {
    return database
        .sql(
            "select exists (select from router"
                + " where name = :name and id <> :id and removed_at is null)")
        .param("name", name)
        .param("id", butBy.value())
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  @Override
  public boolean isShown(RouterId id, KeyDigest hook) {
    return database
        .sql("select exists (select from router where id = :id and hook_digest = :hook)")
        .param("id", id.value())
        .param("hook", hook.bytes())
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  @Override
  public RouterRecord add(
      RouterId id, Particulars router, LockedPassword password, KeyDigest hook) {
    described(database.sql(ADD), id, router, password).param("hook", hook.bytes()).update();
    return find(id).orElseThrow();
  }

  @Override
  public RouterRecord change(RouterId held, Particulars router, Optional<LockedPassword> password) {
    described(database.sql(CHANGE), held, router, password.orElse(null)).update();
    return find(held).orElseThrow();
  }

  @Override
  public RouterRecord renew(RouterId held, KeyDigest hook, Duration overlap) {
    database
        .sql(RENEW)
        .param("id", held.value())
        .param("hook", hook.bytes())
        .param("overlap", (double) overlap.toSeconds())
        .update();
    return find(held).orElseThrow();
  }

  @Override
  public void remove(RouterId held) {
    database.sql(REMOVE).param("id", held.value()).update();
  }

  private Optional<RouterRecord> one(String sql, RouterId id) {
    return database
        .sql(sql)
        .param("id", id.value())
        .query((row, _) -> RouterRow.read(row))
        .optional()
        .filter(row -> !row.removed())
        .map(this::router);
  }

  private RouterRecord router(RouterRow row) {
    return row.isAdded()
        ? row.asAdded()
        : new RouterRecord(row.id(), settings.particulars(), true, row.version());
  }

  private static JdbcClient.StatementSpec described(
      JdbcClient.StatementSpec statement,
      RouterId id,
      Particulars router,
      @Nullable LockedPassword password) {
    return trusted(statement, router.trust())
        .param("id", id.value())
        .param("name", router.name())
        .param("host", router.host())
        .param("port", router.port())
        .param("username", router.username())
        .param("password", password == null ? null : password.bytes(), Types.BINARY)
        .param("deny", router.lists().deny())
        .param("permit", router.lists().permit())
        .param("ban", router.lists().ban())
        .param("timeout", router.limits().timeout().map(Span::written).orElse(null), Types.VARCHAR)
        .param("unconfirmed", router.limits().unconfirmed().orElse(null), Types.INTEGER)
        .param("banned", router.limits().ban().map(Span::written).orElse(null), Types.VARCHAR)
        .param("anywhere", router.anywhere())
        .param("disabled", router.disabled());
  }

  private static JdbcClient.StatementSpec trusted(JdbcClient.StatementSpec statement, Trust trust) {
    return statement
        .param("tls", trust.kind().name())
        .param("ca", trust instanceof Trust.SignedBy signed ? signed.ca() : null, Types.VARCHAR)
        .param(
            "fingerprint",
            trust instanceof Trust.Pinned pinned ? pinned.fingerprint() : null,
            Types.VARCHAR);
  }
}
