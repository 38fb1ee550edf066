package io.tapgate.connection;

import java.time.Instant;

/**
 * Where a connection stands, and the rules of how it moves.
 *
 * <p>{@code CONFIRMED}, {@code REJECTED} and {@code EXPIRED} are entered only from {@code ASKED};
 * {@code ENDED} from {@code ASKED} or {@code CONFIRMED}. Nothing leaves the other four, so a late
 * or repeated tap changes nothing.
 */
public enum State {
  /** In: a hook within the limit. The client sits in the sandbox; the question is out. */
  ASKED,
  /**
   * In: "It's me", by the right person, in time. The only state in which anybody is let through.
   */
  CONFIRMED,
  /** In: "Not me". The session is dropped, the caller banned. */
  REJECTED,
  /** In: the deadline passed. The session is dropped. */
  EXPIRED,
  /** In: a hook over the limit or during a ban. Never asked about; dropped. */
  BANNED,
  /** In: the VPN went down, or its session is gone, or another one took its place. */
  ENDED;

  public boolean isLive() {
    return this == ASKED || this == CONFIRMED;
  }

  /**
   * The state after an event. An answer that comes at the deadline or later is late: the time is
   * over, whether or not the timer has noticed yet.
   */
  public State after(Event event, Instant deadline, Instant now) {
    return switch (this) {
      case ASKED -> asked(event, now.isBefore(deadline));
      case CONFIRMED ->
          switch (event) {
            case GONE -> ENDED;
            case ITS_ME, NOT_ME, CLOCK -> CONFIRMED;
          };
      case REJECTED, EXPIRED, BANNED, ENDED -> this;
    };
  }

  private static State asked(Event event, boolean inTime) {
    return switch (event) {
      case ITS_ME -> inTime ? CONFIRMED : EXPIRED;
      case NOT_ME -> inTime ? REJECTED : EXPIRED;
      case CLOCK -> inTime ? ASKED : EXPIRED;
      case GONE -> ENDED;
    };
  }
}
