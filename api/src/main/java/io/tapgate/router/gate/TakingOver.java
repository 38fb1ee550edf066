package io.tapgate.router.gate;

import io.tapgate.address.Caller;
import io.tapgate.audit.By;
import io.tapgate.client.AccountName;
import io.tapgate.client.Introduction;
import io.tapgate.connection.ConfirmingOnBehalf;
import io.tapgate.connection.Connecting;
import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionId;
import io.tapgate.connection.Connections;
import io.tapgate.connection.Dial;
import io.tapgate.connection.Report;
import io.tapgate.connection.RouterId;
import io.tapgate.connection.State;
import io.tapgate.router.Session;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sessions that were up before the gate stood, and whom an admin answers for by name. They go on as
 * if they had been confirmed; who is banned is not.
 */
@Component
public class TakingOver {
  private final Connecting connecting;
  private final ConfirmingOnBehalf confirming;
  private final Connections connections;

  TakingOver(Connecting connecting, ConfirmingOnBehalf confirming, Connections connections) {
    this.connecting = connecting;
    this.confirming = confirming;
    this.connections = connections;
  }

  /** Whether it goes on; not if nobody can say whose it is, or if they are banned. */
  @Transactional
  public boolean takeOver(RouterId router, Session session, By by) {
    return report(router, session)
        .flatMap(this::found)
        .map(id -> confirming.confirm(id, by).accepted())
        .orElse(false);
  }

  /** A comparison of the whole router may have found it before us. */
  private Optional<ConnectionId> found(Report report) {
    Dial dial = report.dial();
    List<Connection> newest = connections.newest(dial.router(), Set.of(dial.tunnel()));
    Optional<Connection> before =
        newest.stream().filter(one -> one.dial().tunnel().equals(dial.tunnel())).findFirst();
    return connecting
        .answeredFor(report, before)
        .map(Connecting.Outcome::connection)
        .or(() -> before)
        .filter(one -> one.state() == State.ASKED)
        .map(Connection::id);
  }

  private static Optional<Report> report(RouterId router, Session session) {
    return session
        .account()
        .flatMap(name ->
            session
                .from()
                .map(caller -> new Report(introduction(name), dial(router, session, caller))));
  }

  private static Introduction introduction(AccountName name) {
    return new Introduction(Optional.of(name), Optional.empty());
  }

  private static Dial dial(RouterId router, Session session, Caller caller) {
    return new Dial(
        router,
        session.address(),
        caller,
        Optional.empty(),
        Optional.of(session.id()),
        Optional.ofNullable(session.service()));
  }
}
