package io.tapgate.playground.telegram;

import com.sun.net.httpserver.HttpHandler;
import io.tapgate.playground.http.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Telegram, pretended: the Bot API on a port of this machine, and the people with their phones.
 *
 * <p>Every verb may be called from any thread. Views never change. Listeners are told in order, on
 * the thread that caused the change and before anything else can happen: they must be quick, but
 * may call any verb.
 */
public final class PretendTelegram implements AutoCloseable {
  private final Bell bell = new Bell();
  private final InstantSource clock;
  private final Chats chats;
  private final Presses presses;
  private final Updates updates;
  private final Shapes shapes;
  private final Skies skies = new Skies(bell);
  private final Journal journal = new Journal(bell);
  private final HttpHandler door;
  private @Nullable LoopbackServer server;

  private PretendTelegram(TelegramSettings settings) {
    this.clock = settings.clock();
    this.chats = new Chats(bell, clock, settings.bot());
    this.presses = new Presses(bell, clock);
    this.updates = new Updates(bell, clock);
    this.shapes = new Shapes(chats, settings.bot());
    settings.people().forEach(chats::join);
    settings.groups().forEach(chats::open);
    BotApi api = new BotApi(chats, presses, updates, shapes, skies, journal, clock);
    this.door = new BotDoor(bell, api, settings.token());
  }

  /** On a port of its own. */
  public static PretendTelegram start(TelegramSettings settings) {
    PretendTelegram telegram = new PretendTelegram(settings);
    try {
      telegram.server = LoopbackServer.start(settings.port(), telegram.door);
    } catch (IOException taken) {
      throw new UncheckedIOException("port " + settings.port() + " is not to be had", taken);
    }
    return telegram;
  }

  /** Without a port: whoever owns the server passes {@code /bot…} on to {@link #door()}. */
  public static PretendTelegram behindAnotherServer(TelegramSettings settings) {
    return new PretendTelegram(settings);
  }

  /** The Bot API. */
  public HttpHandler door() {
    return door;
  }

  public int port() {
    if (server == null) {
      throw new IllegalStateException("this Telegram has no port of its own");
    }
    return server.port();
  }

  /** What goes into {@code TELEGRAM_API_URL}. */
  public String url() {
    return "http://127.0.0.1:" + port();
  }

  /** Somebody more. */
  public void join(Person person) {
    inside(() -> {
      chats.join(person);
      return true;
    });
  }

  /** A person writes, {@code /start} for example, in their own chat or in a group. */
  public Message write(long person, long chat, String text) {
    return inside(() -> {
      Message message = chats.write(person, chat, text);
      // In a group a bot without further rights hears commands alone.
      if (chat == person || text.startsWith("/")) {
        updates.add("message", shapes.message(message));
      }
      return message;
    });
  }

  /**
   * A person presses a button that their phone shows.
   *
   * @throws NoSuchButtonException when the message, or this button, is not there (any more)
   */
  public Press tap(long person, long chat, int message, String labelOrData) {
    return inside(() -> {
      chats.mayBeIn(person, chat);
      return press(person, chat, message, shownButton(chat, message, labelOrData));
    });
  }

  /**
   * The bot is told of a press that no phone offers: an old button, another's button, made-up data.
   */
  public Press forge(long person, long chat, int message, String data) {
    return inside(() -> press(person, chat, message, data));
  }

  private Press press(long person, long chat, int message, String data) {
    Press press = presses.add(person, chat, message, data);
    updates.add("callback_query", shapes.press(press, chats.find(chat, message)));
    return press;
  }

  private String shownButton(long chat, int id, String labelOrData) {
    Message message = chats.find(chat, id);
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

  /** A person stops the bot from writing to them. */
  public void block(long person) {
    setBlocked(person, true);
  }

  /** And lets it write again. */
  public void unblock(long person) {
    setBlocked(person, false);
  }

  private void setBlocked(long person, boolean blocked) {
    inside(() -> {
      if (chats.block(person, blocked)) {
        updates.add("my_chat_member", shapes.membership(person, blocked, clock.instant()));
      }
      return true;
    });
  }

  /** Calls are answered again. */
  public void on() {
    turn(new Weather.Fine());
  }

  /** Connections are closed without an answer. */
  public void off() {
    turn(new Weather.Off());
  }

  /** Connections are accepted and never answered. */
  public void silent() {
    turn(new Weather.Silent());
  }

  public void turn(Weather weather) {
    inside(() -> {
      skies.turn(weather);
      if (!skies.fine()) {
        updates.hangUp();
      }
      return true;
    });
  }

  public TelegramView view() {
    return inside(this::currentView);
  }

  private TelegramView currentView() {
    return new TelegramView(
        chats.people(),
        chats.blockedBy(),
        chats.conversations(),
        presses.toasts(),
        presses.waiting(),
        updates.unread(),
        updates.isRead(),
        skies.weather());
  }

  /** What the bot called, oldest first; the last ten thousand calls are kept. */
  public List<Call> calls() {
    return inside(journal::calls);
  }

  /** The calls of one method, spelt as in the Bot API. */
  public List<Call> calls(String method) {
    return calls().stream().filter(call -> call.method().equals(method)).toList();
  }

  /** Returns what ends the listening. */
  public Runnable listen(Consumer<TelegramEvent> listener) {
    return bell.listen(listener);
  }

  /**
   * Waits until the view is as wanted, and gives that view.
   *
   * @throws AssertionError with what there is instead, when that takes too long
   */
  public TelegramView await(Predicate<TelegramView> wanted, Duration patience) {
    return inside(() -> {
      if (!bell.until(() -> wanted.test(currentView()), patience)) {
        throw new AssertionError("not within " + patience + "; there is instead: " + currentView());
      }
      return currentView();
    });
  }

  private <T> T inside(Bell.Waiting<T> work) {
    try {
      return bell.inside(work);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for Telegram", interrupted);
    }
  }

  /** Whoever still waits for an answer is hung up on. */
  @Override
  public void close() {
    off();
    if (server != null) {
      server.close();
    }
  }
}
