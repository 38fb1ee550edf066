package io.tapgate.audit.jdbc;

import io.tapgate.audit.Anchor;
import io.tapgate.audit.Checkpoint;
import io.tapgate.audit.Head;
import io.tapgate.audit.Seal;
import io.tapgate.audit.Standing;
import io.tapgate.audit.Unsealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Both ends of the chain and what waits before it, in one statement and so at one instant. */
final class StandingRow {
  static final String SQL =
      """
      select h.place, h.hash, h.sealed_at, h.signature,
             c.place as c_place, c.hash as c_hash, c.made_at, c.signature as c_signature,
             coalesce(greatest((select max(place) from audit), c.place), 0) as last,
             f.count, f.oldest
      from (select count(*) as count,
                   coalesce(extract(epoch from tapgate_now() - min(at)), 0) as oldest
            from audit_fresh) f
        left join audit_head h on true
        left join (select * from audit_checkpoint order by place desc limit 1) c on true
      """;

  private StandingRow() {}

  static Standing read(ResultSet row) throws SQLException {
    return new Standing(head(row), checkpoint(row), row.getLong("last"), unsealed(row));
  }

  private static Optional<Head> head(ResultSet row) throws SQLException {
    if (Rows.number(row, "place").isEmpty()) {
      return Optional.empty();
    }
    Seal seal = new Seal(Rows.hex(row, "signature"));
    return Optional.of(new Head(Rows.anchor(row), Rows.instant(row, "sealed_at"), seal));
  }

  private static Optional<Checkpoint> checkpoint(ResultSet row) throws SQLException {
    if (Rows.number(row, "c_place").isEmpty()) {
      return Optional.empty();
    }
    Anchor anchor = new Anchor(row.getLong("c_place"), Rows.hash(row, "c_hash"));
    Seal seal = new Seal(Rows.hex(row, "c_signature"));
    return Optional.of(new Checkpoint(anchor, Rows.instant(row, "made_at"), seal));
  }

  private static Unsealed unsealed(ResultSet row) throws SQLException {
    return new Unsealed(
        row.getLong("count"), Duration.ofMillis((long) (1000 * row.getDouble("oldest"))));
  }
}
