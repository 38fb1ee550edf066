package io.tapgate.connection;

import io.tapgate.audit.By;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "It's me": the connection may pass, if it is still asked about and its time is not over. */
@Service
public class Confirming {
  private final Connections connections;
  private final Moving moving;

  Confirming(Connections connections, Moving moving) {
    this.connections = connections;
    this.moving = moving;
  }

  /** Late and repeated answers change nothing, but for noticing that the time is over. */
  @Transactional
  public Answered confirm(ConnectionId id, Cause cause, By by) {
    Connection held = connections.hold(id).orElseThrow();
    return moving
        .move(held, Event.ITS_ME, cause, by)
        .map(moved -> new Answered(moved, moved.state() == State.CONFIRMED))
        .orElseGet(() -> new Answered(held, false));
  }
}
