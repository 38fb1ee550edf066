package io.tapgate.client;

import java.util.Optional;

/**
 * Who a router says is there: an account name, a chat, or both.
 *
 * @param chat a person's own chat; a group is nobody's second factor
 */
public record Introduction(Optional<AccountName> name, Optional<ChatId> chat) {
  public Introduction {
    if (name.isEmpty() && chat.isEmpty()) {
      throw new IllegalArgumentException("name or chat_id is required");
    }
    if (chat.filter(ChatId::isGroup).isPresent()) {
      throw new IllegalArgumentException("a group's id is not accepted: use the person's own");
    }
  }
}
