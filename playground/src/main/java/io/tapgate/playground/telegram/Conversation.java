package io.tapgate.playground.telegram;

import java.util.List;
import java.util.Optional;

/** One chat and its messages, oldest first. */
public record Conversation(long chat, String title, List<Message> messages) {
  public Conversation {
    messages = List.copyOf(messages);
  }

  public Optional<Message> last() {
    return messages.isEmpty() ? Optional.empty() : Optional.of(messages.getLast());
  }
}
