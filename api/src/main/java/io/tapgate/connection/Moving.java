package io.tapgate.connection;

import io.tapgate.audit.By;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** One step of one held connection, inside the caller's transaction: judged, written, announced. */
@Component
class Moving {
  private static final Logger log = LoggerFactory.getLogger(Moving.class);

  private final Connections connections;
  private final ApplicationEventPublisher announce;

  Moving(Connections connections, ApplicationEventPublisher announce) {
    this.connections = connections;
    this.announce = announce;
  }

  /** Where the event led; empty when it changed nothing. */
  Optional<Connection> move(Connection held, Event event, Cause cause, By by) {
    State next = held.after(event);
    if (next == held.state()) {
      return Optional.empty();
    }
    Connection moved =
        next == State.EXPIRED
            ? connections.move(held, next, Cause.DEADLINE, By.tapgate())
            : connections.move(held, next, cause, by);
    log.info(
        "connection {} on {}: {} ({})", moved.id(), moved.dial().tunnel(), next, moved.cause());
    announce.publishEvent(new ConnectionsChanged(ConnectionsChanged.What.MOVED, moved));
    return Optional.of(moved);
  }
}
