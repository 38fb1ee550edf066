package io.tapgate.client;

import java.util.Optional;

/**
 * A person with a VPN account and a Telegram chat. Known by the account name, or by the chat where
 * a router reports no name.
 */
public record Client(ClientId id, Optional<AccountName> name, Optional<ChatId> chat) {

  /** How a person would call this client. */
  public String title() {
    return name.map(AccountName::value)
        .or(() -> chat.map(known -> "chat " + known))
        .orElse("client " + id.value());
  }
}
