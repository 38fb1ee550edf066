package io.tapgate.connection;

import io.tapgate.audit.By;
import io.tapgate.client.Ban;
import io.tapgate.client.Bans;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "Not me": somebody else has the password. The session is dropped and the client banned. */
@Service
public class Rejecting {
  private final Connections connections;
  private final Moving moving;
  private final Bans bans;
  private final Allowances allowances;

  Rejecting(Connections connections, Moving moving, Bans bans, Allowances allowances) {
    this.connections = connections;
    this.moving = moving;
    this.bans = bans;
    this.allowances = allowances;
  }

  @Transactional
  public Answered reject(ConnectionId id, Cause cause, By by) {
    Connection held = connections.hold(id).orElseThrow();
    if (held.state() == State.ASKED && held.after(Event.NOT_ME) == State.REJECTED) {
      beginBan(held, by);
    }
    return moving
        .move(held, Event.NOT_ME, cause, by)
        .map(moved -> new Answered(moved, moved.state() == State.REJECTED))
        .orElseGet(() -> new Answered(held, false));
  }

  private void beginBan(Connection held, By by) {
    Instant now = held.moments().read();
    Optional<Instant> until = allowances.at(held.dial().router()).ban().length().map(now::plus);
    bans.begin(held.client(), Ban.Reason.NOT_ME, now, until, by);
  }
}
