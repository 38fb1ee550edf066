package io.tapgate.chat;

import io.tapgate.client.ChatId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Chats without a database: what language they speak. */
public final class ChatsInMemory implements Chats {
  private final Map<ChatId, String> languages = new HashMap<>();
  private final Map<ChatId, Instant> heard = new HashMap<>();
  private final Map<ChatId, Instant> refusing = new HashMap<>();

  @Override
  public synchronized Optional<String> language(ChatId chat) {
    return Optional.ofNullable(languages.get(chat));
  }

  @Override
  public synchronized void heard(ChatId chat, Optional<String> language) {
    language.ifPresent(tag -> languages.put(chat, tag));
  }

  /** Somebody writes there at this instant. */
  public synchronized void writes(ChatId chat, Instant at) {
    heard.put(chat, at);
    refusing.remove(chat);
  }

  @Override
  public void blocked(ChatId chat) {
    // Nothing that is said depends on it.
  }

  @Override
  public synchronized Optional<Instant> refuses(ChatId chat, Instant due) {
    Instant last = heard.getOrDefault(chat, Instant.MIN);
    if (!refusing.containsKey(chat) && !last.isBefore(due)) {
      return Optional.empty();
    }
    return Optional.of(refusing.computeIfAbsent(chat, _ -> due));
  }

  @Override
  public synchronized int refusing() {
    return refusing.size();
  }

  @Override
  public synchronized int refusing(Collection<ChatId> among) {
    return Math.toIntExact(among.stream().filter(refusing::containsKey).count());
  }
}
