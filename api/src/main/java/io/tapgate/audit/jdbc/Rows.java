package io.tapgate.audit.jdbc;

import io.tapgate.audit.About;
import io.tapgate.audit.Actor;
import io.tapgate.audit.Anchor;
import io.tapgate.audit.By;
import io.tapgate.audit.Happening;
import io.tapgate.audit.Hash;
import io.tapgate.audit.Link;
import io.tapgate.audit.Noted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;

/** Rows as records. Texts and addresses are taken as they stand: they are evidence. */
final class Rows {
  /** What both tables have in common. */
  static final String COLUMNS =
      """
      id, at, actor, verb, connection_id, client_id, router_id, ban_id, key_id,
      cause, tunnel, caller, reason, detail\
      """;

  private Rows() {}

  static Link link(ResultSet row) throws SQLException {
    return new Link(row.getLong("place"), noted(row), hash(row, "hash"));
  }

  static Noted noted(ResultSet row) throws SQLException {
    By by = new By(Actor.read(row.getString("actor")), text(row, "reason"));
    Happening happening =
        new Happening(
            row.getString("verb"), by, about(row), text(row, "cause"), text(row, "detail"));
    return new Noted(row.getLong("id"), instant(row, "at"), happening);
  }

  static Anchor anchor(ResultSet row) throws SQLException {
    return new Anchor(row.getLong("place"), hash(row, "hash"));
  }

  static Hash hash(ResultSet row, String column) throws SQLException {
    return new Hash(hex(row, column));
  }

  static String hex(ResultSet row, String column) throws SQLException {
    return HexFormat.of().formatHex(row.getBytes(column));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static About about(ResultSet row) throws SQLException {
    return new About(
        number(row, "connection_id"),
        number(row, "client_id"),
        number(row, "router_id"),
        number(row, "ban_id"),
        number(row, "key_id"),
        text(row, "tunnel"),
        text(row, "caller"));
  }

  static Optional<Long> number(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Long.class));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }
}
