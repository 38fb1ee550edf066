package io.tapgate.chat;

import io.tapgate.client.ChatId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Chats without a database: what language they speak. */
public final class ChatsInMemory implements Chats {
  private final Map<ChatId, String> languages = new HashMap<>();

  @Override
  public synchronized Optional<String> language(ChatId chat) {
    return Optional.ofNullable(languages.get(chat));
  }

  @Override
  public synchronized void heard(ChatId chat, Optional<String> language) {
    language.ifPresent(tag -> languages.put(chat, tag));
  }

  @Override
  public void blocked(ChatId chat) {
    // Nothing that is said depends on it.
  }
}
