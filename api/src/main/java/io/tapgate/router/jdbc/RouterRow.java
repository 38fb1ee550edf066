package io.tapgate.router.jdbc;

import io.tapgate.connection.RouterId;
import io.tapgate.doors.KeyDigest;
import io.tapgate.router.LockedPassword;
import io.tapgate.router.OwnLimits;
import io.tapgate.router.Particulars;
import io.tapgate.router.Password;
import io.tapgate.router.Router;
import io.tapgate.router.RouterRecord;
import io.tapgate.router.Trust;
import io.tapgate.settings.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A router's row.
 *
 * @param particulars of those that admins added
 */
record RouterRow(
    RouterId id,
    String name,
    boolean removed,
    int version,
    @Nullable Particulars particulars,
    @Nullable LockedPassword password,
    @Nullable KeyDigest hook,
    @Nullable KeyDigest earlierHook) {

  /**
   * What every reading asks for: whether the earlier token still counts, the database's clock says.
   */
  static final String SELECT =
      "select *, case when earlier_until > tapgate_now() then earlier_hook end as counting_hook"
          + " from router ";

  static List<RouterRow> all(JdbcClient database) {
    return database.sql(SELECT + "order by id").query((row, _) -> read(row)).list();
  }

  static RouterRow read(ResultSet row) throws SQLException {
    return new RouterRow(
        new RouterId(row.getLong("id")),
        row.getString("name"),
        row.getTimestamp("removed_at") != null,
        row.getInt("version"),
        row.getBoolean("from_environment") ? null : particulars(row),
        made(row.getBytes("password"), LockedPassword::new),
        made(row.getBytes("hook_digest"), KeyDigest::of),
        made(row.getBytes("counting_hook"), KeyDigest::of));
  }

  /** The environment's router is described elsewhere, a removed one is none any more. */
  boolean isAdded() {
    return particulars != null && !removed;
  }

  /** Of one that was added. */
  boolean isDisabled() {
    return Objects.requireNonNull(particulars).disabled();
  }

  /** Of one that was added. */
  OwnLimits limits() {
    return Objects.requireNonNull(particulars).limits();
  }

  /** The tokens that open for it: of one that was added, one or two. */
  List<KeyDigest> hooks() {
    return Stream.of(Optional.ofNullable(hook), Optional.ofNullable(earlierHook))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Of one that was added. */
  LockedPassword itsPassword() {
    return Objects.requireNonNull(password);
  }

  Router router(Password password) {
    return Objects.requireNonNull(particulars).router(id, password);
  }

  RouterRecord asAdded() {
    return new RouterRecord(id, Objects.requireNonNull(particulars), false, version);
  }

  private static <T> @Nullable T made(byte @Nullable [] bytes, Function<byte[], T> meaning) {
    return bytes == null ? null : meaning.apply(bytes);
  }

  private static Particulars particulars(ResultSet row) throws SQLException {
    return new Particulars(
        row.getString("name"),
        row.getString("host"),
        row.getInt("port"),
        row.getString("username"),
        trust(row),
        new Router.ListNames(
            row.getString("deny_list"), row.getString("permit_list"), row.getString("ban_list")),
        limits(row),
        row.getBoolean("anywhere"),
        row.getBoolean("disabled"));
  }

  private static OwnLimits limits(ResultSet row) throws SQLException {
    return new OwnLimits(
        Optional.ofNullable(row.getString("unconfirmed_timeout")).map(Span::parse),
        Optional.ofNullable(row.getObject("max_unconfirmed", Integer.class)),
        Optional.ofNullable(row.getString("ban_timeout")).map(Span::parse));
  }

  private static Trust trust(ResultSet row) throws SQLException {
    String ca = row.getString("ca");
    return switch (Trust.Kind.valueOf(row.getString("tls"))) {
      case OFF -> new Trust.Plain();
      case PINNED -> new Trust.Pinned(row.getString("fingerprint"));
      case VERIFY -> ca == null ? new Trust.Verified(Optional.empty()) : new Trust.SignedBy(ca);
    };
  }
}
