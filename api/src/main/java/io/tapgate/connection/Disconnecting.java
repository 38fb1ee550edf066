package io.tapgate.connection;

import io.tapgate.audit.By;
import io.tapgate.client.Barred;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An admin ends a connection, or keeps its client out: the session is dropped. */
@Service
public class Disconnecting {
  private final Connections connections;
  private final Moving moving;

  Disconnecting(Connections connections, Moving moving) {
    this.connections = connections;
    this.moving = moving;
  }

  /** Nothing happens to one that is over. */
  @Transactional
  public Answered disconnect(ConnectionId id, By by) {
    Connection held = connections.hold(id).orElseThrow();
    return moving
        .move(held, Event.GONE, Cause.DISCONNECTED, by)
        .map(moved -> new Answered(moved, true))
        .orElseGet(() -> new Answered(held, false));
  }

  /** Whoever is live through this router; nobody may begin there meanwhile. */
  @Transactional
  public void disconnectAll(RouterId router, By by) {
    connections
        .holdLive(router)
        .forEach(live -> moving.move(live, Event.GONE, Cause.DISCONNECTED, by));
    connections.letOff(router);
  }

  /** In the transaction that keeps the client out. */
  @EventListener
  void on(Barred barred) {
    connections
        .holdLive(barred.client().id())
        .forEach(live -> moving.move(live, Event.GONE, Cause.DISCONNECTED, barred.by()));
  }
}
