package io.tapgate.client.jpa;

import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.client.Client;
import io.tapgate.client.ClientId;
import io.tapgate.client.Clients;
import io.tapgate.client.Introduction;
import io.tapgate.client.Profile;
import io.tapgate.client.Roll;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class JpaClients implements Clients, Roll {
  private final ClientRows rows;
  private final Meetings meetings;

  JpaClients(ClientRows rows, Meetings meetings) {
    this.rows = rows;
    this.meetings = meetings;
  }

  @Override
  public Client meet(Introduction introduction) {
    return meetings.meet(introduction);
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public Optional<Client> find(ClientId id) {
    return rows.findById(id.value()).map(ClientRow::client);
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public Optional<Client> named(String account) {
    return rows.findByName(account).map(ClientRow::client);
  }

  @Override
  public Optional<Client> hold(ClientId id) {
    return rows.hold(id.value()).map(ClientRow::client);
  }

  @Override
  public void offer(ClientId id, ChatId chat) {
    rows.offer(id.value(), chat.value());
  }

  @Override
  public Optional<ChatId> offered(ClientId id) {
    return rows.findById(id.value()).map(row -> row.offeredChat).map(ChatId::new);
  }

  @Override
  public Client asksIn(ClientId id, ChatId chat) {
    return rows.asksIn(id.value(), chat.value()).client();
  }

  @Override
  public boolean countAnew(ClientId id) {
    return rows.countAnew(id.value()) > 0;
  }

  @Override
  public Optional<ClientId> enrol(Profile profile) {
    return rows.enrol(name(profile), chat(profile), profile.note().orElse(null)).map(ClientId::new);
  }

  @Override
  public boolean amend(ClientId id, Profile profile) {
    return rows.amend(id.value(), name(profile), chat(profile), profile.note().orElse(null)) > 0;
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public Optional<Profile> profile(ClientId id) {
    return rows.findById(id.value()).map(ClientRow::profile);
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public Optional<Integer> version(ClientId id) {
    return rows.findById(id.value()).map(row -> row.version);
  }

  private static @Nullable String name(Profile profile) {
    return profile.name().map(AccountName::value).orElse(null);
  }

  private static @Nullable Long chat(Profile profile) {
    return profile.chat().map(ChatId::value).orElse(null);
  }
}
