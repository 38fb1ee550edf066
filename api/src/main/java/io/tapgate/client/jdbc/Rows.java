package io.tapgate.client.jdbc;

import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.client.Client;
import io.tapgate.client.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Columns of a client, and what they mean. */
final class Rows {
  private Rows() {}

  static Client client(ResultSet row, int number) throws SQLException {
    return new Client(new ClientId(row.getLong("id")), name(row), chat(row, "chat_id"));
  }

  static Optional<AccountName> name(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("name")).map(AccountName::new);
  }

  static Optional<ChatId> chat(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, Long.class)).map(ChatId::new);
  }
}
