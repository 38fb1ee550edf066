package io.tapgate.client;

import java.util.Optional;

/** What admins may write down about a client. */
public record Profile(Optional<AccountName> name, Optional<ChatId> chat, Optional<String> note) {
  public Profile {
    if (name.isEmpty() && chat.isEmpty()) {
      throw new IllegalArgumentException("name or chat_id is required");
    }
  }
}
