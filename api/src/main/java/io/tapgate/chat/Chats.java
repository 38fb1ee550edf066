package io.tapgate.chat;

import io.tapgate.client.ChatId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** What we know of a chat beyond its number. */
public interface Chats {

  /** The person's language, as their Telegram says it. */
  Optional<String> language(ChatId chat);

  /** Somebody wrote or pressed: the bot is welcome there. */
  void heard(ChatId chat, Optional<String> language);

  /** The person keeps the bot out. */
  void blocked(ChatId chat);

  /**
   * A message that was due at this instant is refused there. Gives since when the chat refuses; or
   * empty, if somebody wrote or pressed there after that instant: then the refusal is out of date.
   */
  Optional<Instant> refuses(ChatId chat, Instant due);

  /** How many clients have a chat that refuses the bot, and so cannot be asked. */
  int refusing();

  /** How many of these chats refuse the bot. */
  int refusing(Collection<ChatId> among);
}
