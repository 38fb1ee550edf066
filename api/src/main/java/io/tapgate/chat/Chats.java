package io.tapgate.chat;

import io.tapgate.client.ChatId;
import java.util.Optional;

/** What we know of a chat beyond its number. */
public interface Chats {

  /** The person's language, as their Telegram says it. */
  Optional<String> language(ChatId chat);

  /** Somebody wrote or pressed: the bot is welcome there. */
  void heard(ChatId chat, Optional<String> language);

  /** The person keeps the bot out. */
  void blocked(ChatId chat);
}
