package io.tapgate.chat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A message was not sent or not changed, as far as we know. */
public abstract sealed class ChatTrouble extends RuntimeException {

  private ChatTrouble(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * No usable answer: network, time-out, 5xx, a proxy's page. It may even have worked. Try again.
   */
  public static final class Silent extends ChatTrouble {
    public Silent(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** Too fast. Nothing was sent; try again after this pause and not before. */
  public static final class SlowDown extends ChatTrouble {
    private final Duration pause;

    public SlowDown(String message, Duration pause) {
      super(message, null);
      this.pause = pause;
    }

    public Duration pause() {
      return pause;
    }
  }

  /** Never for this message. */
  public static final class Refused extends ChatTrouble {
    private final Ground ground;

    public Refused(Ground ground, String message) {
      super(message, null);
      this.ground = ground;
    }

    public Ground ground() {
      return ground;
    }

    /** What stands in the way, and so who can mend it. */
    public enum Ground {
      /** The person keeps the bot out, or is no more; no message gets through to that chat. */
      CHAT_BLOCKED,
      /** There is no such chat, or its person never wrote to the bot. */
      CHAT_UNKNOWN,
      /** This very message; another one may get through. */
      MESSAGE
    }
  }

  /** The bot's own token is not accepted: every message fails until an admin mends it. */
  public static final class TokenRefused extends ChatTrouble {
    public TokenRefused(String message) {
      super(message, null);
    }
  }
}
