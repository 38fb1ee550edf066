package io.tapgate.chat.jdbc;

import io.tapgate.chat.Chats;
import io.tapgate.client.ChatId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcChats implements Chats {
  private static final String HEARD =
      """
      insert into chat (id, language) values (:chat, :language)
      on conflict (id) do update
      set language = coalesce(excluded.language, chat.language),
          blocked_at = null, heard_at = tapgate_now()
      """;

  private static final String BLOCKED =
      """
      insert into chat (id, blocked_at) values (:chat, tapgate_now())
      on conflict (id) do update set blocked_at = coalesce(chat.blocked_at, tapgate_now())
      """;

  private final JdbcClient database;

  JdbcChats(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Optional<String> language(ChatId chat) {
    return database
        .sql("select language from chat where id = :chat and language is not null")
        .param("chat", chat.value())
        .query((row, _) -> row.getString(1))
        .optional();
  }

  @Override
  public void heard(ChatId chat, Optional<String> language) {
    database
        .sql(HEARD)
        .param("chat", chat.value())
        .param("language", language.orElse(null))
        .update();
  }

  @Override
  public void blocked(ChatId chat) {
    database.sql(BLOCKED).param("chat", chat.value()).update();
  }
}
