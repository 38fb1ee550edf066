package io.tapgate.playground.telegram;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything as it stands at one moment. It never changes afterwards.
 *
 * @param blockedBy the people who blocked the bot
 * @param toasts oldest first
 * @param waiting presses that the bot has not answered
 * @param unread how many updates the bot has not confirmed
 * @param reading whether a long poll of the bot waits just now
 * @param tooEarly how many calls came before the time that a 429 had told them
 */
public record TelegramView(
    List<Person> people,
    Set<Long> blockedBy,
    List<Conversation> conversations,
    List<Toast> toasts,
    List<Press> waiting,
    int unread,
    boolean reading,
    TelegramWeather weather,
    int tooEarly) {

  public TelegramView {
    people = List.copyOf(people);
    blockedBy = Set.copyOf(blockedBy);
    conversations = List.copyOf(conversations);
    toasts = List.copyOf(toasts);
    waiting = List.copyOf(waiting);
  }

  /** The chat with this id; empty of messages when there is none. */
  public Conversation chat(long id) {
    return conversations.stream()
        .filter(conversation -> conversation.chat() == id)
        .findFirst()
        .orElseGet(() -> new Conversation(id, "", List.of()));
  }

  public Optional<Message> message(long chat, int id) {
    return chat(chat).messages().stream().filter(message -> message.id() == id).findFirst();
  }

  /** What this person's phone showed after presses, oldest first. */
  public List<Toast> toastsOf(long person) {
    return toasts.stream().filter(toast -> toast.person() == person).toList();
  }
}
