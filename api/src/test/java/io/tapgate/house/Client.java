package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Button;
import io.tapgate.playground.telegram.Message;
import io.tapgate.playground.telegram.Person;
import io.tapgate.playground.telegram.PretendTelegram;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A person with a VPN account, a phone, and an address to call from. */
public final class Client {
  private static final Duration SOON = Duration.ofSeconds(15);

  private final PretendTelegram telegram;
  private final PretendRouter router;
  private final Doors doors;
  private int known;
  private final String language;
  public final String name;
  public final long chat;
  public final String caller;

  Client(int number, String language, PretendTelegram telegram, PretendRouter router, Doors doors) {
    this.telegram = telegram;
    this.router = router;
    this.doors = doors;
    this.language = language;
    this.name = "person-" + number;
    this.chat = 10_000L + number;
    this.caller = "198.18." + number / 250 + "." + (1 + number % 250);
    telegram.join(new Person(chat, name, language));
  }

  public Account account() {
    return Account.of(name, chat);
  }

  // On the VPN.

  public Session connects() {
    return connects(Call.of(account(), caller));
  }

  public Session connects(Call call) {
    known = messages().stream().mapToInt(Message::id).max().orElse(0);
    return router.dial(call).session();
  }

  public void hangsUp(Session session) {
    assertThat(router.hangUp(session)).succeedsWithin(SOON);
  }

  /** The body of a hook for a session, as the router's scripts send it. */
  public Map<String, Object> hook(String tunnel) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("chat_id", chat);
    body.put("source_ip", tunnel);
    body.put("destination_ip", "10.8.0.1");
    body.put("caller_id", caller);
    return body;
  }

  // On the phone.

  /** The question of the last connection, once it has arrived. */
  public Message question() {
    return shows(message -> message.id() > known && message.buttons().findAny().isPresent());
  }

  /** Waits for a message like this, the newest first. */
  public Message shows(Predicate<Message> wanted) {
    return telegram
        .await(view -> view.chat(chat).messages().stream().anyMatch(wanted), SOON)
        .chat(chat)
        .messages()
        .reversed()
        .stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no such message in the chat: " + messages()));
  }

  public Message shows(String words) {
    return shows(message -> message.text().contains(words));
  }

  public List<Message> messages() {
    return telegram.view().chat(chat).messages();
  }

  /** What was said, apart from the apology that it takes so long: that comes after 3 s. */
  public List<Message> told() {
    return messages().stream()
        .filter(message -> !message.text().contains("does not answer"))
        .toList();
  }

  /** The token of a question's buttons. */
  public static String token(Message question) {
    return question
        .buttons()
        .map(Button::data)
        .map(data -> data.substring(2))
        .findFirst()
        .orElseThrow();
  }

  public Doors.Answer tapsItsMe(Message question) {
    return taps("/client/confirm", question);
  }

  public Doors.Answer tapsNotMe(Message question) {
    return taps("/client/reject", question);
  }

  /** What the watcher makes of "/start" in this person's chat. */
  public Doors.Answer starts() {
    return doors.post(
        "/watcher/update",
        House.WATCHER,
        Map.of("kind", "start", "chat_id", chat, "language", language, "message_id", 1));
  }

  private Doors.Answer taps(String door, Message question) {
    return doors.post(door, House.WATCHER, tap(token(question), question));
  }

  private Map<String, Object> tap(String token, Message question) {
    return Map.of("token", token, "chat_id", chat, "user_id", chat, "message_id", question.id());
  }
}
