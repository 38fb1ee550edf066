package io.tapgate.client.jpa;

import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import io.tapgate.client.Client;
import io.tapgate.client.ClientId;
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

  protected ClientRow() {}

  Client client() {
    return new Client(
        new ClientId(id),
        Optional.ofNullable(name).map(AccountName::new),
        Optional.ofNullable(chatId).map(ChatId::new));
  }
}
