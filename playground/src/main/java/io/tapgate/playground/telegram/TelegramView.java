package io.tapgate.playground.telegram;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything as it stands at one moment. It never changes afterwards.
 *
 * @param reach how the bot gets through to a chat, where it is not simply open
 * @param toasts oldest first
 * @param waiting presses that the bot has not answered
 * @param unread how many updates the bot has not confirmed
 * @param reading whether a long poll of the bot waits just now
 * @param tooEarly how many calls came before the time that a 429 had told them
 */
public record TelegramView(
    List<Person> people,
    Map<Long, Reach> reach,
    List<Conversation> conversations,
    List<Toast> toasts,
    List<Press> waiting,
    int unread,
    boolean reading,
    TelegramWeather weather,
    int tooEarly) {

  public TelegramView {
    people = List.copyOf(people);
    reach = Map.copyOf(reach);
    conversations = List.copyOf(conversations);
    toasts = List.copyOf(toasts);
    waiting = List.copyOf(waiting);
  }

  /** How the bot gets through to this chat. */
  public Reach reach(long chat) {
    return reach.getOrDefault(chat, Reach.OPEN);
  }

  /** The people who blocked the bot. */
  public Set<Long> blockedBy() {
    return reach.keySet().stream()
        .filter(chat -> reach(chat) == Reach.BLOCKED)
        .collect(Collectors.toUnmodifiableSet());
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
