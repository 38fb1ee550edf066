package io.tapgate.client.jdbc;

import io.tapgate.audit.Actor;
import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.client.ClientId;
import io.tapgate.client.Profile;
import io.tapgate.client.Roll;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class JdbcRoll implements Roll {
  private static final String ASKS_IN =
      """
      update client
      set chat_id = :chat, chat_by = :by, offered_chat = null, offered_at = null,
          version = version + 1
      where id = :id
      """;

  private static final String ENROL =
      """
      insert into client (name, chat_id, chat_by, note, seen_at)
      values (:name, cast(:chat as bigint), :by, :note, '-infinity')
      on conflict do nothing
      returning id
      """;

  /** What a router offered was weighed against the chat that was: with another, it is over. */
  private static final String AMEND =
      """
      update client
      set name = :name, chat_id = cast(:chat as bigint), note = :note, version = version + 1,
          chat_by = case when chat_id is distinct from cast(:chat as bigint) then :by else chat_by end,
          offered_chat = case when chat_id is not distinct from cast(:chat as bigint) then offered_chat end,
          offered_at = case when chat_id is not distinct from cast(:chat as bigint) then offered_at end
      where id = :id and not exists (
        select from client o
        where o.id <> :id
          and (o.name = :name or (cast(:name as text) is null and o.name is null
                                  and o.chat_id = cast(:chat as bigint))))
      """;

  private final JdbcClient database;

  JdbcRoll(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Optional<ChatId> offered(ClientId id) {
    return of(id, "offered_chat").query((row, _) -> Rows.chat(row, "offered_chat")).single();
  }

  @Override
  public void asksIn(ClientId id, ChatId chat, Actor by) {
    database
        .sql(ASKS_IN)
        .param("id", id.value())
        .param("chat", chat.value())
        .param("by", by.toString())
        .update();
  }

  @Override
  public boolean countAnew(ClientId id) {
    return database
            .sql(
                "update client set counted_from = tapgate_now(), version = version + 1"
                    + " where id = :id")
            .param("id", id.value())
            .update()
        > 0;
  }

  @Override
  public Optional<ClientId> enrol(Profile profile, Actor by) {
    return written(ENROL, profile, by)
        .query((row, _) -> new ClientId(row.getLong("id")))
        .optional();
  }

  @Override
  public boolean amend(ClientId id, Profile profile, Actor by) {
    return written(AMEND, profile, by).param("id", id.value()).update() > 0;
  }

  private StatementSpec written(String sql, Profile profile, Actor by) {
    return database
        .sql(sql)
        .param("name", profile.name().map(AccountName::value).orElse(null))
        .param("chat", profile.chat().map(ChatId::value).orElse(null), Types.BIGINT)
        .param("note", profile.note().orElse(null))
        .param("by", by.toString());
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public Optional<Profile> profile(ClientId id) {
    return of(id, "name, chat_id, note").query((row, _) -> profile(row)).optional();
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public Optional<Integer> version(ClientId id) {
    return of(id, "version").query((row, _) -> row.getInt("version")).optional();
  }

  private StatementSpec of(ClientId id, String columns) {
    return database
        .sql("select " + columns + " from client where id = :id")
        .param("id", id.value());
  }

  private static Profile profile(ResultSet row) throws SQLException {
    return new Profile(
        Rows.name(row), Rows.chat(row, "chat_id"), Optional.ofNullable(row.getString("note")));
  }
}
