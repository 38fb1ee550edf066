package io.tapgate.stories.referee;

import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Session;
import java.time.Instant;
import java.util.Optional;

/**
 * One session on the router, from up to down.
 *
 * @param why how it ended; empty: it is still up
 */
record Stay(Session session, Span span, Optional<Change.Why> why) {
  String account() {
    return session.account().name();
  }

  boolean isUpAt(Instant at) {
    return !at.isBefore(span.from()) && (why.isEmpty() || at.isBefore(span.until()));
  }

  @Override
  public String toString() {
    return "session " + session.sessionId() + " of " + account() + " on " + session.address();
  }
}
