package io.tapgate.playground.router.device;

import java.time.Duration;
import java.util.List;

/**
 * How the router's API behaves as a whole. What clients and scripts do on the router goes on in any
 * weather. A further kind of trouble is a further record here.
 */
public sealed interface RouterWeather {

  /** Logins are taken, commands carried out and answered. */
  record Fine() implements RouterWeather {}

  /** The port is closed and every connection is cut. */
  record Off() implements RouterWeather {}

  /**
   * Every login is refused with this text. Who was logged in is cut, and meets it on coming again.
   */
  record Refusing(String text) implements RouterWeather {
    public static final String WRONG_PASSWORD = "invalid user name or password (6)";
    public static final String RADIUS_TIMEOUT = "could not authenticate - radius timeout";
    public static final String ACCESS_DENIED = "access denied";

    /** As after a change of the password. */
    public Refusing() {
      this(WRONG_PASSWORD);
    }
  }

  /**
   * Connections and commands are taken, nothing is carried out, nothing is ever answered. A
   * connection that was open before is as silent as a new one; commands said meanwhile stay lost.
   */
  record Silent() implements RouterWeather {}

  /** Logins and commands are carried out, but no answer comes. */
  record Mute() implements RouterWeather {}

  /**
   * After the login so many sentences are said whole; the next one ends half way through its last
   * word, and the connection is closed. What was asked for is carried out all the same.
   */
  record Cut(int whole) implements RouterWeather {
    /** The first answer after the login is cut. */
    public Cut() {
      this(0);
    }
  }

  /**
   * All that is said comes later by this much. Commands are carried out at once, and the delays do
   * not add up: of a hundred commands said together, each is answered after the one delay.
   */
  record Slow(Duration delay) implements RouterWeather {}

  /**
   * Commands after the login are not carried out but answered with a {@code !trap}.
   *
   * @param verbs the last words of the paths it strikes, such as {@code add}; empty: every command
   * @param rows so many items of a print are told before the trap comes in between
   */
  record Trapping(String text, List<String> verbs, int rows) implements RouterWeather {
    public static final String NO_PERMISSION = "not enough permissions (9)";
    public static final String TIMEOUT = "timeout";
    public static final String ACTION_FAILED = "action failed (6)";
    public static final String DEVICE_MODE = "failure: not allowed by device-mode";

    public Trapping {
      verbs = List.copyOf(verbs);
    }

    public Trapping(String text, String... verbs) {
      this(text, List.of(verbs), 0);
    }

    /** Lists alone are struck, and only after some of their items were told. */
    public static Trapping after(int rows, String text) {
      return new Trapping(text, List.of("print"), rows);
    }

    /** Whether a command with this path is struck. */
    public boolean strikes(String path) {
      return verbs.isEmpty() || verbs.contains(path.substring(path.lastIndexOf('/') + 1));
    }
  }

  /** A command after the login is answered with a {@code !fatal}, and then it hangs up. */
  record Fatal(String text) implements RouterWeather {
    public static final String NOT_LOGGED_IN = "not logged in";

    public Fatal() {
      this(NOT_LOGGED_IN);
    }
  }
}
