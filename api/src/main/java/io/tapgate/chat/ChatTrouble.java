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

  /**
   * Never for this message: the chat is unknown, the person blocked the bot, the text is refused.
   */
  public static final class Refused extends ChatTrouble {
    public Refused(String message) {
      super(message, null);
    }
  }

  /** The bot's own token is not accepted: every message fails until an admin mends it. */
  public static final class TokenRefused extends ChatTrouble {
    public TokenRefused(String message) {
      super(message, null);
    }
  }
}
