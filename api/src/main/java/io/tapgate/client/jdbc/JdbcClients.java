package io.tapgate.client.jdbc;

import io.tapgate.audit.Actor;
import io.tapgate.client.ChatId;
import io.tapgate.client.Client;
import io.tapgate.client.ClientId;
import io.tapgate.client.Clients;
import io.tapgate.client.Introduction;
import io.tapgate.client.Met;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class JdbcClients implements Clients {
  private static final String BY_ID = "select id, name, chat_id from client where id = :id";
  private static final String HOLD = BY_ID + " for no key update";

  /** Reports name it again and again; it is written once. */
  private static final String OFFER =
      """
      update client set offered_chat = :chat, offered_at = tapgate_now()
      where id = :id and offered_chat is distinct from :chat
      """;

  private final JdbcClient database;
  private final Meetings meetings;

  JdbcClients(JdbcClient database, Meetings meetings) {
    this.database = database;
    this.meetings = meetings;
  }

  @Override
  public Met meet(Introduction introduction, Actor by) {
    return meetings.meet(introduction, by);
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public Optional<Client> find(ClientId id) {
    return database.sql(BY_ID).param("id", id.value()).query(Rows::client).optional();
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public Optional<Client> named(String account) {
    return database
        .sql("select id, name, chat_id from client where name = :name")
        .param("name", account)
        .query(Rows::client)
        .optional();
  }

  @Override
  public Optional<Client> hold(ClientId id) {
    return database.sql(HOLD).param("id", id.value()).query(Rows::client).optional();
  }

  @Override
  public void offer(ClientId id, ChatId chat) {
    database.sql(OFFER).param("id", id.value()).param("chat", chat.value()).update();
  }
}
