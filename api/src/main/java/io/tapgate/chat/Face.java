package io.tapgate.chat;

import io.tapgate.connection.Cause;
import io.tapgate.connection.Connection;
import java.util.Optional;

/**
 * What people must be shown of a connection. "Allowed", "dropped" and "blocked" are said only once
 * the router was read back to show it; until then nothing new is said, or, after a while, that the
 * router does not answer.
 */
public enum Face {
  /** The question with its buttons. */
  ASKING,
  ALLOWED,
  /** Confirmed, but the router does not answer: let in as soon as it does. */
  ALLOWED_LATER,
  /** "Not me": dropped, and the client banned. */
  BLOCKED,
  BLOCKED_LATER,
  /** Nobody answered in time: dropped. */
  DROPPED,
  DROPPED_LATER,
  /** Was let in, and is over. */
  ENDED,
  /** Confirmed, but gone before the router let it in. */
  GONE,
  /** Over before anybody answered. */
  ENDED_UNANSWERED,
  /** An admin refused it: dropped, and the client banned. */
  REFUSED,
  REFUSED_LATER,
  /** An admin ended it: dropped. */
  DISCONNECTED,
  DISCONNECTED_LATER;

  /** Empty: leave what is shown as it is. */
  static Optional<Face> of(Connection connection) {
    return switch (connection.state()) {
      case ASKED -> Optional.of(ASKING);
      case CONFIRMED -> onceEnforced(connection, ALLOWED, ALLOWED_LATER);
      case REJECTED ->
          connection.cause() == Cause.ADMIN
              ? onceEnforced(connection, REFUSED, REFUSED_LATER)
              : onceEnforced(connection, BLOCKED, BLOCKED_LATER);
      case EXPIRED -> onceEnforced(connection, DROPPED, DROPPED_LATER);
      // Banned is what was never asked about: there is no question to show anything.
      case BANNED -> Optional.empty();
      case ENDED ->
          connection.cause() == Cause.DISCONNECTED
              ? onceEnforced(connection, DISCONNECTED, DISCONNECTED_LATER)
              : Optional.of(ended(connection));
    };
  }

  private static Optional<Face> onceEnforced(Connection connection, Face done, Face later) {
    if (connection.isEnforced()) {
      return Optional.of(done);
    }
    return connection.isOverdue() ? Optional.of(later) : Optional.empty();
  }

  private static Face ended(Connection connection) {
    if (connection.moments().letIn() != null) {
      return ENDED;
    }
    return connection.moments().confirmed() != null ? GONE : ENDED_UNANSWERED;
  }
}
