package io.tapgate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.Dialled;
import io.tapgate.playground.router.RouterView;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.scripts.Report;
import io.tapgate.playground.telegram.Button;
import io.tapgate.playground.telegram.Message;
import io.tapgate.playground.telegram.Person;
import io.tapgate.playground.telegram.Press;
import io.tapgate.playground.telegram.Toast;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** A person with a VPN account, a phone, and an address to call from. */
final class Client {
  /** What the watcher itself tells a person, and how long it waits before that. */
  private static final String RECEIVED = "Received. The result will show in the chat.";

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int PRESSES = 10;

  private final Stage stage;
  final String name;
  final long chat;
  final String caller;

  Client(int number, String language, Stage stage) {
    this.stage = stage;
    this.name = "person-" + number;
    this.chat = 10_000L + number;
    this.caller = "198.18." + number / 250 + "." + (1 + number % 250);
    stage.telegram.join(new Person(chat, name, language));
  }

  // On the VPN.

  /** Dials in, and waits for nothing: what becomes of the hook is to be had from the result. */
  Dialled.Up dials() {
    Dialled dialled = stage.router.dial(Call.of(Account.of(name, chat), caller));
    return switch (dialled) {
      case Dialled.Up up -> up;
      case Dialled.Refused refused -> throw new AssertionError(refused.why());
    };
  }

  /** Dials in, and the router's own hook is lost: somebody else reports it. */
  Session dialsUnheard() {
    return stage.router.dial(Call.of(Account.of(name, chat), caller).quietly()).session();
  }

  /** What the router's script on up, or down, would have said to this api. */
  Doors.Answer reports(String what, Doors doors, Session session) {
    return doors.post("/client/" + what, Keys.HOOK, hook(session.address()));
  }

  /** Dials in; the api has answered 200 for it when this returns. */
  Session connects() {
    Dialled.Up up = dials();
    answered(up.report());
    return up.session();
  }

  void hangsUp(Session session) {
    answered(stage.router.hangUp(session));
  }

  /** Hangs up, and nobody is there to hear of it. */
  void hangsUpUnheard(Session session) {
    stage.router.hangUpQuietly(session);
  }

  private static void answered(CompletableFuture<Report> report) {
    assertThat(report)
        .succeedsWithin(Eventually.SOON)
        .matches(one -> one instanceof Report.Answered(int status, String _) && status == 200);
  }

  /** Connects, is asked, and taps in time. */
  Session getsIn() {
    Session session = connects();
    taps("It's me", question());
    shows("Allowed since");
    return session;
  }

  /** Connects so many times, is asked each time, and never answers. */
  void misses(int times) {
    for (int i = 0; i < times; i++) {
      Session missed = connects();
      Message question = question();
      hangsUp(missed);
      shows(message -> message.id() == question.id() && message.buttons().findAny().isEmpty());
      stage.records.untilNothingIsOwed();
    }
  }

  /** The body of a hook, as the router's scripts send it. */
  Map<String, Object> hook(String tunnel) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("chat_id", chat);
    body.put("source_ip", tunnel);
    body.put("destination_ip", "10.8.0.1");
    body.put("caller_id", caller);
    return body;
  }

  // On the router.

  boolean isUp() {
    return !stage.router.view().sessionsOf(name).isEmpty();
  }

  void routerShows(Predicate<RouterView> wanted) {
    assertThat(stage.router.await(wanted, Eventually.SOON)).matches(wanted);
  }

  void isLetIn(Session session) {
    routerShows(view -> view.permits(session.address()) && !view.denies(session.address()));
  }

  void isShutOut(Session session) {
    routerShows(view -> view.denies(session.address()) && !view.permits(session.address()));
  }

  void isOnNoList(Session session) {
    routerShows(view -> !view.denies(session.address()) && !view.permits(session.address()));
  }

  // On the phone.

  /** The question, once it has arrived. */
  Message question() {
    return shows(message -> message.buttons().findAny().isPresent());
  }

  Message shows(String words) {
    return shows(message -> message.text().contains(words));
  }

  /** Waits for a message like this, the newest first. */
  Message shows(Predicate<Message> wanted) {
    return stage
        .telegram
        .await(_ -> messages().stream().anyMatch(wanted), Eventually.SOON)
        .chat(chat)
        .messages()
        .reversed()
        .stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow();
  }

  List<Message> messages() {
    return stage.telegram.view().chat(chat).messages();
  }

  /** What was said, apart from the apology that it takes so long: that comes after 3 s. */
  List<Message> told() {
    return messages().stream()
        .filter(message -> !message.text().contains("does not answer"))
        .toList();
  }

  /** Messages that say this now. */
  long saying(String words) {
    return messages().stream().filter(message -> message.text().contains(words)).count();
  }

  /** Messages that are, or once were, a question. */
  long questions() {
    return messages().stream()
        .filter(message ->
            asks(message.text()) || message.earlier().stream().anyMatch(was -> asks(was.text())))
        .count();
  }

  private static boolean asks(String text) {
    return text.contains("Is it you?");
  }

  /** Presses what the phone shows. */
  Press taps(String label, Message question) {
    return stage.telegram.tap(chat, chat, question.id(), label);
  }

  /** The tap comes straight to this api's door, as a watcher brings it. */
  Doors.Answer confirms(Doors doors, Message question) {
    stage.witness.taps(this, data(question, "It's me"));
    return doors.post("/client/confirm", Keys.WATCHER, tap(question));
  }

  Doors.Answer rejects(Doors doors, Message question) {
    stage.witness.taps(this, data(question, "Not me"));
    return doors.post("/client/reject", Keys.WATCHER, tap(question));
  }

  /** The bot is told of a press that this phone does not offer. Gives the toast. */
  String forges(int message, String data) {
    return forges(this, message, data);
  }

  /**
   * The same in somebody's chat. Whoever had to wait for the answer, and was told only that the
   * press was received, presses again.
   */
  String forges(Client where, int message, String data) {
    String words = RECEIVED;
    for (int i = 0; words.equals(RECEIVED) && i < PRESSES; i++) {
      words = toast(stage.telegram.forge(chat, where.chat, message, data)).text();
    }
    return words;
  }

  /**
   * The toast on this phone after a press says so. Somebody who has waited two seconds for it may
   * be told that the press was received, and the rest in the chat; nobody else is.
   */
  void isTold(Press press, String words) {
    Toast toast = toast(press);
    boolean waited = Duration.between(press.at(), toast.at()).compareTo(PATIENCE) >= 0;
    assertThat(toast.text()).isIn(waited ? List.of(words, RECEIVED) : List.of(words));
  }

  /** The first one since then. */
  private Toast toast(Press press) {
    return stage
        .telegram
        .await(view -> view.toastsOf(chat).stream().anyMatch(after(press)), Eventually.SOON)
        .toastsOf(chat)
        .stream()
        .filter(after(press))
        .findFirst()
        .orElseThrow();
  }

  private static Predicate<Toast> after(Press press) {
    return toast -> !toast.at().isBefore(press.at());
  }

  /** What the watcher makes of a press on this question. */
  Map<String, Object> tap(Message question) {
    return Map.of(
        "token",
        data(question, "It's me").substring(2),
        "chat_id",
        chat,
        "user_id",
        chat,
        "message_id",
        question.id());
  }

  /** What a button of a question reports: {@code c:} or {@code r:}, and the token. */
  static String data(Message question, String label) {
    return question.button(label).map(Button::data).orElseThrow();
  }
}
