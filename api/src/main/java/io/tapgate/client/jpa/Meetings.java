package io.tapgate.client.jpa;

import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.client.Client;
import io.tapgate.client.ClientId;
import io.tapgate.client.ClientSettings;
import io.tapgate.client.Introduction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Whom a report names. Each meeting creates the row or holds the one that is there, so two first
 * meetings make one client. In plain SQL, as each report begins with it.
 */
@Component
class Meetings {
  private static final String BY_NAME =
      """
      insert into client (name, chat_id, seen_at)
      values (:name, cast(:chat as bigint), tapgate_now())
      on conflict (name) do update
      set seen_at = excluded.seen_at,
          chat_id = case when :trusted then coalesce(excluded.chat_id, client.chat_id)
                         else coalesce(client.chat_id, excluded.chat_id) end
      returning id, name, chat_id
      """;

  private static final String BY_CHAT =
      """
      insert into client (chat_id, seen_at) values (:chat, tapgate_now())
      on conflict (chat_id) where name is null do update set seen_at = excluded.seen_at
      returning id, name, chat_id
      """;

  private static final String OF_CHAT =
      """
      select id, name, chat_id from client
      where chat_id = :chat
      order by name is not null, id limit 1
      for no key update
      """;

  private final JdbcClient database;
  private final ClientSettings settings;

  Meetings(JdbcClient database, ClientSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  Client meet(Introduction introduction) {
    @Nullable Long chat = introduction.chat().map(ChatId::value).orElse(null);
    return introduction
        .name()
        .map(name -> byName(name, chat))
        .or(() -> introduction.chat().map(this::byChat))
        .orElseThrow();
  }

  private Client byName(AccountName name, @Nullable Long chat) {
    StatementSpec meeting =
        database
            .sql(BY_NAME)
            .param("name", name.value())
            .param("chat", chat)
            .param("trusted", settings.trustRouterChatId());
    return met(meeting).orElseThrow();
  }

  /** A chat that belongs to an account is that account's client, also when no name is sent. */
  private Client byChat(ChatId chat) {
    return met(database.sql(OF_CHAT).param("chat", chat.value()))
        .or(() -> met(database.sql(BY_CHAT).param("chat", chat.value())))
        .orElseThrow();
  }

  private static Optional<Client> met(StatementSpec asked) {
    return asked.query((row, _) -> client(row)).optional();
  }

  private static Client client(ResultSet row) throws SQLException {
    return new Client(
        new ClientId(row.getLong("id")),
        Optional.ofNullable(row.getString("name")).map(AccountName::new),
        Optional.ofNullable(row.getObject("chat_id", Long.class)).map(ChatId::new));
  }
}
