package io.tapgate.router;

import io.tapgate.client.AccountName;
import io.tapgate.client.ChatId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a router has noted down of its accounts: read once, when somebody first asks. */
final class Notes {
  private final RouterDoor door;
  private @Nullable Map<AccountName, ChatId> chats;

  Notes(RouterDoor door) {
    this.door = door;
  }

  Optional<ChatId> chat(AccountName account) {
    Map<AccountName, ChatId> read = chats == null ? door.chats() : chats;
    chats = read;
    return Optional.ofNullable(read.get(account));
  }
}
