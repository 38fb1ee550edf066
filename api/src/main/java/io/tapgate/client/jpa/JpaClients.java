package io.tapgate.client.jpa;

import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.client.Client;
import io.tapgate.client.ClientId;
import io.tapgate.client.ClientSettings;
import io.tapgate.client.Clients;
import io.tapgate.client.Introduction;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class JpaClients implements Clients {
  private final ClientRows rows;
  private final ClientSettings settings;

  JpaClients(ClientRows rows, ClientSettings settings) {
    this.rows = rows;
    this.settings = settings;
  }

  @Override
  public Client meet(Introduction introduction) {
    Optional<Long> chat = introduction.chat().map(ChatId::value);
    return introduction
        .name()
        .map(name -> byName(name, chat))
        .or(() -> chat.map(this::byChat))
        .orElseThrow()
        .client();
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

  private ClientRow byName(AccountName name, Optional<Long> chat) {
    return rows.meet(name.value(), chat.orElse(null), settings.trustRouterChatId());
  }

  /** A chat that belongs to an account is that account's client, also when no name is sent. */
  private ClientRow byChat(long chat) {
    return rows.holdByChat(chat).orElseGet(() -> rows.meet(chat));
  }
}
