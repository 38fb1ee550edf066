package io.tapgate.playground.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who is there and what was said. To be used inside the bell's lock. */
final class Chats {
  private static final int LONGEST_TEXT = 4096;
  private static final Duration DELETABLE = Duration.ofDays(2);
  private static final Instant FIRST_ID = Instant.parse("2025-01-01T00:00:00Z");

  private final Bell bell;
  private final InstantSource clock;
  private final long bot;
  private final Map<Long, Person> people = new LinkedHashMap<>();
  private final Map<Long, Group> groups = new LinkedHashMap<>();
  private final Map<Long, NavigableMap<Integer, Message>> messages = new LinkedHashMap<>();
  private final Set<Long> started = new HashSet<>();
  private final Map<Long, Reach> reach = new HashMap<>();
  private int lastId;

  Chats(Bell bell, InstantSource clock, long bot) {
    this.bell = bell;
    this.clock = clock;
    this.bot = bot;
    // Counted on from the clock, so that a number from before a restart never names a new message.
    this.lastId = (int) Math.max(0, Duration.between(FIRST_ID, clock.instant()).toSeconds());
  }

  void join(Person person) {
    people.put(person.id(), person);
    if (person.started()) {
      started.add(person.id());
    }
  }

  void open(Group group) {
    groups.put(group.id(), group);
  }

  Person person(long id) {
    Person person = people.get(id);
    if (person == null) {
      throw new IllegalArgumentException("nobody here has the id " + id);
    }
    return person;
  }

  @Nullable Group group(long id) {
    return groups.get(id);
  }

  /** What a person writes. It is no command: the phone lets them, whether the bot hears or not. */
  Message write(long person, long chat, String text) {
    mayBeIn(person, chat);
    if (chat == person) {
      started.add(person);
    }
    return keep(new Message(chat, ++lastId, person, false, text, clock.instant()));
  }

  void mayBeIn(long person, long chat) {
    Group group = groups.get(chat);
    boolean in = group == null ? chat == person(person).id() : group.members().contains(person);
    if (!in) {
      throw new IllegalArgumentException(person(person).name() + " has no chat " + chat);
    }
  }

  Message send(long chat, String text, List<List<Button>> keyboard) throws Refused {
    reachable(chat);
    String shown = readable(text);
    return keep(new Message(chat, ++lastId, bot, true, shown, clock.instant()).with(keyboard));
  }

  private Message keep(Message message) {
    messages.computeIfAbsent(message.chat(), c -> new TreeMap<>()).put(message.id(), message);
    bell.ring(new TelegramEvent.MessageSent(message));
    return message;
  }

  /**
   * @param text null leaves it
   */
  Message edit(long chat, int id, @Nullable String text, List<List<Button>> keyboard)
      throws Refused {
    known(chat);
    Message message = find(chat, id);
    if (message == null) {
      throw Refused.badRequest("message to edit not found");
    }
    if (!message.fromBot()) {
      throw Refused.badRequest("message can't be edited");
    }
    String shown = text == null ? message.text() : readable(text);
    if (message.shows(shown, keyboard)) {
      throw Refused.badRequest(
          "message is not modified: specified new message content and reply markup are exactly the"
              + " same as a current content and reply markup of the message");
    }
    return replace(message.edited(shown, keyboard, clock.instant()));
  }

  private Message replace(Message message) {
    messages.computeIfAbsent(message.chat(), c -> new TreeMap<>()).put(message.id(), message);
    bell.ring(new TelegramEvent.MessageEdited(message));
    return message;
  }

  void delete(long chat, int id) throws Refused {
    known(chat);
    Message message = find(chat, id);
    if (message == null) {
      throw Refused.badRequest("message to delete not found");
    }
    if (message.sentAt().plus(DELETABLE).isBefore(clock.instant())) {
      throw Refused.badRequest("message can't be deleted for everyone");
    }
    messages.computeIfAbsent(chat, c -> new TreeMap<>()).remove(id);
    bell.ring(new TelegramEvent.MessageDeleted(message));
  }

  @Nullable Message find(long chat, int id) {
    NavigableMap<Integer, Message> said = messages.get(chat);
    return said == null ? null : said.get(id);
  }

  /** Gives what it was before. */
  Reach reach(long chat, Reach next) {
    if (!groups.containsKey(chat)) {
      person(chat);
    }
    Reach before = reach(chat);
    reach.put(chat, next);
    if (before != next) {
      bell.ring(new TelegramEvent.ReachChanged(chat, next));
    }
    return before;
  }

  private Reach reach(long chat) {
    return reach.getOrDefault(chat, Reach.OPEN);
  }

  private void known(long chat) throws Refused {
    boolean exists = people.containsKey(chat) || groups.containsKey(chat);
    if (!exists || reach(chat) == Reach.NOT_FOUND) {
      throw Refused.badRequest("chat not found");
    }
  }

  private void reachable(long chat) throws Refused {
    known(chat);
    switch (reach(chat)) {
      case BLOCKED -> throw forbidden("bot was blocked by the user");
      case DEACTIVATED -> throw forbidden("user is deactivated");
      case OPEN, NOT_FOUND -> {}
    }
    if (people.containsKey(chat) && !started.contains(chat)) {
      throw forbidden("bot can't initiate conversation with a user");
    }
  }

  private static Refused forbidden(String why) {
    return new Refused(Answer.Refusal.forbidden(why));
  }

  private static String readable(String text) throws Refused {
    String shown = text.strip();
    if (shown.isEmpty()) {
      throw Refused.badRequest("message text is empty");
    }
    if (shown.length() > LONGEST_TEXT) {
      throw Refused.badRequest("message is too long");
    }
    return shown;
  }

  List<Person> people() {
    return List.copyOf(people.values());
  }

  Map<Long, Reach> reach() {
    return Map.copyOf(reach);
  }

  /** Every chat there is, those without a message too. */
  List<Conversation> conversations() {
    Map<Long, String> titles = new LinkedHashMap<>();
    people.values().forEach(person -> titles.put(person.id(), person.name()));
    groups.values().forEach(group -> titles.put(group.id(), group.title()));
    return titles.entrySet().stream()
        .map(chat -> conversation(chat.getKey(), chat.getValue()))
        .toList();
  }

  private Conversation conversation(long chat, String title) {
    NavigableMap<Integer, Message> said = messages.get(chat);
    return new Conversation(chat, title, said == null ? List.of() : List.copyOf(said.values()));
  }

  /** What a button that a phone shows carries. */
  String shownButton(long chat, int id, String labelOrData) {
    Message message = find(chat, id);
    if (message == null) {
      throw new NoSuchButtonException("there is no message " + id + " in chat " + chat);
    }
    String data = message.button(labelOrData).map(Button::data).orElse(null);
    if (data == null) {
      throw new NoSuchButtonException(
          "message " + id + " has no button \"" + labelOrData + "\" to press (any more)");
    }
    return data;
  }
}
