package io.tapgate.client.jdbc;

import io.tapgate.audit.Actor;
import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.client.ClientSettings;
import io.tapgate.client.Introduction;
import io.tapgate.client.Met;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom a report names. Each meeting creates the row or holds the one that is there, so two first
 * meetings make one client. In plain SQL, as each report begins with it.
 */
@Component
class Meetings {
  /** Of two first meetings at once the second may not see the first: then nothing was left. */
  private static final String BY_NAME =
      """
      with before as (select chat_id from client where name = :name)
      insert into client (name, chat_id, chat_by, seen_at)
      values (:name, cast(:chat as bigint), :by, tapgate_now())
      on conflict (name) do update
      set seen_at = excluded.seen_at,
          chat_id = case when :trusted then coalesce(excluded.chat_id, client.chat_id)
                         else coalesce(client.chat_id, excluded.chat_id) end,
          chat_by = case when excluded.chat_id is distinct from client.chat_id
                              and excluded.chat_id is not null
                              and (:trusted or client.chat_id is null)
                         then excluded.chat_by else client.chat_by end
      returning id, name, chat_id,
                (select b.chat_id from before b where b.chat_id <> client.chat_id) as left_chat
      """;

  private static final String BY_CHAT =
      """
      insert into client (chat_id, chat_by, seen_at) values (:chat, :by, tapgate_now())
      on conflict (chat_id) where name is null do update set seen_at = excluded.seen_at
      returning id, name, chat_id, null::bigint as left_chat
      """;

  private static final String OF_CHAT =
      """
      select id, name, chat_id, null::bigint as left_chat from client
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

  Met meet(Introduction introduction, Actor by) {
    return introduction
        .name()
        .map(name -> byName(name, introduction.chat(), by))
        .or(() -> introduction.chat().map(chat -> byChat(chat, by)))
        .orElseThrow();
  }

  private Met byName(AccountName name, Optional<ChatId> chat, Actor by) {
    return database
        .sql(BY_NAME)
        .param("name", name.value())
        .param("chat", chat.map(ChatId::value).orElse(null), Types.BIGINT)
        .param("by", by.toString())
        .param("trusted", settings.trustRouterChatId())
        .query(Meetings::met)
        .single();
  }

  /** A chat that belongs to an account is that account's client, also when no name is sent. */
  private Met byChat(ChatId chat, Actor by) {
    return database
        .sql(OF_CHAT)
        .param("chat", chat.value())
        .query(Meetings::met)
        .optional()
        .orElseGet(() ->
            database
                .sql(BY_CHAT)
                .param("chat", chat.value())
                .param("by", by.toString())
                .query(Meetings::met)
                .single());
  }

  private static Met met(ResultSet row, int number) throws SQLException {
    return new Met(Rows.client(row, number), Rows.chat(row, "left_chat"));
  }
}
