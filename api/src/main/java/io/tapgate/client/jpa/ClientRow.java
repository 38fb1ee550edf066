package io.tapgate.client.jpa;

import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.client.Client;
import io.tapgate.client.ClientId;
import io.tapgate.client.Profile;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "client")
class ClientRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  long id;

  @Nullable String name;
  @Nullable Long chatId;
  @Nullable String note;
  @Nullable Long offeredChat;
  int version;

  protected ClientRow() {}

  Profile profile() {
    Client known = client();
    return new Profile(known.name(), known.chat(), Optional.ofNullable(note));
  }

  Client client() {
    return new Client(
        new ClientId(id),
        Optional.ofNullable(name).map(AccountName::new),
        Optional.ofNullable(chatId).map(ChatId::new));
  }
}
