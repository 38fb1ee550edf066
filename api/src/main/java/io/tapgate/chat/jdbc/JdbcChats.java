package io.tapgate.chat.jdbc;

import io.tapgate.chat.Chats;
import io.tapgate.client.ChatId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
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
      insert into chat (id, blocked_at, heard_at) values (:chat, tapgate_now(), 'epoch')
      on conflict (id) do update set blocked_at = coalesce(chat.blocked_at, tapgate_now())
      """;

  /** Somebody was heard there since the message was due: then it does not refuse any more. */
  private static final String REFUSES =
      """
      insert into chat (id, blocked_at, heard_at) values (:chat, tapgate_now(), 'epoch')
      on conflict (id) do update
      set blocked_at = case when chat.blocked_at is null and chat.heard_at >= :due then null
                            else coalesce(chat.blocked_at, tapgate_now()) end
      returning blocked_at
      """;

  private static final String REFUSING =
      """
      select count(*) from client join chat on chat.id = client.chat_id
      where chat.blocked_at is not null
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

  @Override
  public Optional<Instant> refuses(ChatId chat, Instant due) {
    return database
        .sql(REFUSES)
        .param("chat", chat.value())
        .param("due", Timestamp.from(due))
        .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  @Override
  public int refusing() {
    return database.sql(REFUSING).query(Integer.class).single();
  }

  @Override
  public int refusing(Collection<ChatId> among) {
    return database
        .sql("select count(*) from chat where id = any(:chats) and blocked_at is not null")
        .param("chats", Later.numbers(among))
        .query(Integer.class)
        .single();
  }
}
