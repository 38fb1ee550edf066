package io.tapgate.admin.jdbc;

import io.tapgate.admin.ApiKey;
import io.tapgate.doors.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Keys of the admin API, the newest first. */
final class KeyList {
  static final Listing<ApiKey> LISTING =
      new Listing<>(
          """
          select a.*,
                 case when a.revoked_at is not null then 'revoked'
                      when a.expires_at <= tapgate_now() then 'expired'
                      else 'valid' end as standing
          from api_key a\
          """,
          "a.id",
          List.of(Sort.ID),
          List.of(Filter.words("scope", "a.scope", Scope.values())),
          (row, _) -> read(row));

  private KeyList() {}

  static ApiKey read(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getLong("id"),
        row.getString("name"),
        Scope.valueOf(row.getString("scope")),
        row.getBoolean("from_environment"),
        Columns.instant(row, "made_at"),
        row.getString("made_by"),
        Columns.instantOrNull(row, "expires_at"),
        Columns.instantOrNull(row, "revoked_at"),
        Columns.instantOrNull(row, "used_at"),
        row.getString("standing"));
  }
}
