package io.tapgate.connection;

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
  Optional<Connection> move(Connection held, Event event, Cause cause) {
    State next = held.after(event);
    if (next == held.state()) {
      return Optional.empty();
    }
    Cause why = next == State.EXPIRED ? Cause.DEADLINE : cause;
    Connection moved = connections.move(held, next, why);
    log.info("connection {} on {}: {} ({})", moved.id(), moved.dial().tunnel(), next, why);
    announce.publishEvent(new ConnectionsChanged(ConnectionsChanged.What.MOVED, moved));
    return Optional.of(moved);
  }
}
