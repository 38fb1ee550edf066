package io.tapgate.playground.telegram;

import java.time.Duration;

/**
 * How Telegram is to be reached. Each kind says what becomes of a call; one that has begun is
 * treated the same as a new one. A further kind of trouble is a further record here.
 *
 * <p>What is wrong with one chat alone is no weather: see {@link Reach}.
 */
public sealed interface TelegramWeather {

  /** Calls are answered. */
  record Fine() implements TelegramWeather {}

  /**
   * The port is closed. Where the port is another server's as well, the connection is closed
   * without an answer. Nothing has happened either way.
   */
  record Off() implements TelegramWeather {}

  /** The call is taken, nothing happens and no answer ever comes. */
  record Silent() implements TelegramWeather {}

  /** The call is carried out, and no answer ever comes. */
  record Mute() implements TelegramWeather {}

  /** The call is carried out; the answer breaks off half way, and the connection is closed. */
  record Cut() implements TelegramWeather {}

  /** The call is carried out at once, and each answer comes later by this much. */
  record Slow(Duration delay) implements TelegramWeather {}

  /**
   * Every call fails and nothing has happened.
   *
   * @param status 500 or less is told in Telegram's own form; more is a page of some proxy
   */
  record Failing(int status, String description) implements TelegramWeather {
    public Failing(int status) {
      this(status, status == 401 ? "Unauthorized" : "Internal Server Error");
    }

    /** Telegram's own trouble. */
    public Failing() {
      this(500);
    }
  }

  /**
   * For this long, from the moment it is set, whatever writes into a chat is answered with 429 and
   * the whole seconds that are left, rounded up. Other calls pass. Afterwards all do. Who comes
   * again before that is refused again, and has come too early; a call that was under way while
   * another one was told counts, too.
   */
  record Flooded(Duration length) implements TelegramWeather {}

  /**
   * Telegram's limits, taken exactly. Counted is what writes into a chat and was let through:
   * {@code sendMessage}, {@code editMessageText}, {@code editMessageReplyMarkup}.
   *
   * <ul>
   *   <li>A call is answered with 429 when, within the window that ends with it, so many were let
   *       through in all, or so many to its chat.
   *   <li>{@code retry_after} is the time until the window has room, in seconds rounded up, so 1 at
   *       least. It holds for that chat, or for every chat.
   *   <li>Who comes again before that is refused again, and has come too early.
   * </ul>
   *
   * @param window a little under a second: what left a second apart may arrive a bit closer
   */
  record Strict(int inAll, int toAChat, Duration window) implements TelegramWeather {
    /** 30 a second in all, 1 a second to a chat; 50 ms are forgiven. */
    public Strict() {
      this(30, 1, Duration.ofMillis(950));
    }
  }

  /**
   * What people do reaches the bot later by this much. An update that was overtaken meanwhile comes
   * all the same, after the newer ones and with its own, lower number.
   *
   * @param every 1: each update is late; 2: every other one, the first included, so that the second
   *     overtakes it; and so on
   */
  record Late(Duration by, int every) implements TelegramWeather {
    public Late {
      if (every < 1) {
        throw new IllegalArgumentException("every 1st, 2nd … update, not every " + every + "th");
      }
    }

    /** Each one is late, and the order stays. */
    public Late(Duration by) {
      this(by, 1);
    }
  }
}
