package io.tapgate.playground.telegram;

import com.sun.net.httpserver.HttpHandler;
import io.tapgate.playground.http.LoopbackServer;
import io.tapgate.playground.time.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
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
  private final Time clock;
  private final Chats chats;
  private final Presses presses;
  private final Updates updates;
  private final Postbox postbox;
  private final Shapes shapes;
  private final Skies skies;
  private final Journal journal = new Journal(bell);
  private final HttpHandler door;
  private @Nullable LoopbackServer server;
  private int port;

  private PretendTelegram(TelegramSettings settings) {
    this.clock = Time.of(settings.clock());
    this.skies = new Skies(bell, clock);
    this.chats = new Chats(bell, clock, settings.bot());
    this.presses = new Presses(bell, clock);
    this.updates = new Updates(bell, clock);
    this.postbox = new Postbox(bell, clock, skies, updates);
    this.shapes = new Shapes(chats, settings.bot());
    settings.people().forEach(chats::join);
    settings.groups().forEach(chats::open);
    BotApi api = new BotApi(chats, presses, updates, shapes, skies, journal, clock);
    this.door = new BotDoor(bell, api, settings.token(), clock);
  }

  /** On a port of its own. */
  public static PretendTelegram start(TelegramSettings settings) {
    PretendTelegram telegram = new PretendTelegram(settings);
    telegram.port = settings.port();
    telegram.openPort();
    return telegram;
  }

  private void openPort() {
    try {
      LoopbackServer opened = LoopbackServer.start(port, door);
      port = opened.port();
      server = opened;
    } catch (IOException taken) {
      throw new UncheckedIOException("port " + port + " is not to be had", taken);
    }
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
    if (port == 0) {
      throw new IllegalStateException("this Telegram has no port of its own");
    }
    return port;
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
        postbox.post("message", shapes.message(message));
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
      return press(person, chat, message, chats.shownButton(chat, message, labelOrData));
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
    postbox.post("callback_query", shapes.press(press, chats.find(chat, message)));
    return press;
  }

  /** A person stops the bot from writing to them. */
  public void block(long person) {
    reach(person, Reach.BLOCKED);
  }

  /** And lets it write again. */
  public void unblock(long person) {
    reach(person, Reach.OPEN);
  }

  /**
   * From now on the bot gets through to this chat like that. Of a block, and of its end, the bot is
   * told by an update; of nothing else.
   */
  public void reach(long chat, Reach next) {
    inside(() -> {
      Reach before = chats.reach(chat, next);
      boolean blocked = next == Reach.BLOCKED;
      if (blocked != (before == Reach.BLOCKED)) {
        postbox.post("my_chat_member", shapes.membership(chat, blocked, clock.instant()));
      }
      return true;
    });
  }

  /** From now on Telegram is to be reached like this. */
  public void weather(TelegramWeather weather) {
    inside(() -> {
      skies.turn(weather);
      if (!skies.letsWait()) {
        updates.hangUp();
      }
      if (port != 0) {
        turnPort(!(weather instanceof TelegramWeather.Off));
      }
      return true;
    });
  }

  private void turnPort(boolean open) {
    if (open && server == null) {
      openPort();
    } else if (!open && server != null) {
      server.close();
      server = null;
    }
  }

  /** Calls are answered again. */
  public void on() {
    weather(new TelegramWeather.Fine());
  }

  /** It cannot be reached. */
  public void off() {
    weather(new TelegramWeather.Off());
  }

  /** Calls are taken and never answered. */
  public void silent() {
    weather(new TelegramWeather.Silent());
  }

  /**
   * The last updates that the bot has read come once more, with the numbers they had, though it may
   * have confirmed them.
   *
   * @return how many there were to come again
   */
  public int again(int last) {
    return inside(() -> updates.again(last));
  }

  public TelegramView view() {
    return inside(this::currentView);
  }

  private TelegramView currentView() {
    return new TelegramView(
        chats.people(),
        chats.reach(),
        chats.conversations(),
        presses.toasts(),
        presses.waiting(),
        updates.unread(),
        updates.isRead(),
        skies.weather(),
        skies.tooEarly().size());
  }

  /** The calls that came before the time that a 429 had told them, the oldest first. */
  public List<Call> tooEarly() {
    return inside(skies::tooEarly);
  }

  /** Every press of a button since the start, forged ones too, the oldest first: for a judge. */
  public List<Press> taps() {
    return inside(presses::all);
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
    postbox.close();
  }
}
