package io.tapgate.connection.jpa;

import io.tapgate.address.TunnelAddress;
import io.tapgate.audit.By;
import io.tapgate.client.ClientId;
import io.tapgate.connection.Cause;
import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionId;
import io.tapgate.connection.Connections;
import io.tapgate.connection.Dial;
import io.tapgate.connection.RouterId;
import io.tapgate.connection.SessionId;
import io.tapgate.connection.State;
import io.tapgate.connection.jpa.ConnectionRows.LiveRow;
import io.tapgate.connection.jpa.ConnectionRows.Read;
import io.tapgate.driving.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What only reads joins a transaction where there is one, and costs none of its own elsewhere. */
@Repository
@Transactional
class JpaConnections implements Connections {
  private final ConnectionRows rows;
  private final Arrivals arrivals;

  JpaConnections(ConnectionRows rows, Arrivals arrivals) {
    this.rows = rows;
    this.arrivals = arrivals;
  }

  @Override
  public Optional<Connection> holdLive(RouterId router, TunnelAddress tunnel) {
    return arrivals.holdLive(router, tunnel);
  }

  @Override
  public Arrival arrive(Dial dial, ClientId client) {
    return arrivals.arrive(dial, client);
  }

  @Override
  public List<Connection> holdLive(ClientId client) {
    return rows.holdLive(client.value()).stream().map(JpaConnections::connection).toList();
  }

  @Override
  public List<Connection> holdLive(RouterId router) {
    return rows.holdLiveThrough(router.value()).stream().map(JpaConnections::connection).toList();
  }

  @Override
  public Optional<Connection> hold(ConnectionId id) {
    return rows.hold(id.value()).map(JpaConnections::connection);
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public Optional<Connection> find(ConnectionId id) {
    return rows.read(id.value()).map(JpaConnections::connection);
  }

  @Override
  public boolean handOnChance(Connection over, SessionId session) {
    rows.askedAnew(over.id().value(), session.value());
    return !rows.hadItsChance(
        over.id().value(),
        over.client().value(),
        over.dial().router().value(),
        over.dial().tunnel().value(),
        session.value());
  }

  @Override
  public Connection open(Opening opening) {
    return arrivals.open(opening);
  }

  @Override
  public Connection move(Connection held, State to, Cause cause, By by) {
    ConnectionRow row = row(held.id());
    Instant now = held.moments().read();
    row.move(to, cause, by, now);
    // Before anything else is inserted: only one live connection fits on a tunnel address.
    return rows.saveAndFlush(row).readAt(now);
  }

  @Override
  public Connection prolong(Connection held, Instant deadline) {
    ConnectionRow row = row(held.id());
    row.deadlineAt = deadline;
    return row.readAt(held.moments().read());
  }

  @Override
  public Connection lookAgain(Connection held) {
    ConnectionRow row = row(held.id());
    row.owe(held.moments().read());
    return row.readAt(held.moments().read());
  }

  @Override
  public void lookAgain(RouterId router) {
    rows.lookAgain(router.value());
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public Map<RouterId, Integer> live() {
    return rows.live().stream()
        .collect(Collectors.toMap(row -> new RouterId(row.getRouter()), LiveRow::getLive));
  }

  @Override
  public void letOff(RouterId router) {
    rows.letOff(router.value());
  }

  @Override
  public void owedAgain(ConnectionId id) {
    rows.owedAgain(id.value());
  }

  @Override
  public List<Connection> expireDue(int most) {
    return read(rows.expireDue(most));
  }

  @Override
  public List<Connection> markOverdue(Duration patience, int most) {
    return read(rows.markOverdue(seconds(patience), most));
  }

  @Override
  public Optional<Connection> questionTaken(ConnectionId id, Duration timeToAnswer) {
    return rows.questionTaken(id.value(), seconds(timeToAnswer)) == 0 ? Optional.empty() : find(id);
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public List<Connection> owed(RouterId router, int most) {
    return rows.owed(router.value(), most).stream().map(JpaConnections::connection).toList();
  }

  @Override
  public List<Connection> newest(RouterId router, Set<TunnelAddress> listed) {
    String[] tunnels = listed.stream().map(TunnelAddress::toString).toArray(String[]::new);
    return read(rows.newest(router.value(), tunnels));
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public boolean isNewest(Connection connection) {
    return rows.isNewest(
        connection.dial().router().value(),
        connection.dial().tunnel().value(),
        connection.id().value());
  }

  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public boolean isUnused(RouterId router, TunnelAddress tunnel) {
    return rows.isNewest(router.value(), tunnel.value(), 0);
  }

  @Override
  public Optional<Connection> enforced(
      Connection read, Claim claim, Optional<Duration> lookAgainIn) {
    return rows.enforced(
            read.id().value(),
            read.version(),
            read.state().name(),
            claim.thing(),
            claim.owner(),
            claim.epoch(),
            lookAgainIn.map(JpaConnections::seconds).orElse(null))
        .map(read::enforcedAt);
  }

  @Override
  public boolean putOff(
      Connection read, Claim claim, String trouble, Duration first, Duration most) {
    return rows.putOff(
            read.id().value(),
            read.version(),
            read.state().name(),
            claim.thing(),
            claim.owner(),
            claim.epoch(),
            trouble,
            seconds(first),
            seconds(most))
        > 0;
  }

  @Override
  public void doubt(Connection read, Claim claim, Duration pause) {
    rows.doubt(
        read.id().value(),
        read.version(),
        read.state().name(),
        claim.thing(),
        claim.owner(),
        claim.epoch(),
        seconds(pause));
  }

  @Override
  public Optional<Connection> bind(Connection read, Claim claim, SessionId session) {
    return rows.bind(
            read.id().value(),
            read.version(),
            read.state().name(),
            claim.thing(),
            claim.owner(),
            claim.epoch(),
            session.value())
        .map(now -> read.boundTo(session, now));
  }

  @Override
  public int forget(Duration age, int most) {
    return rows.forget(seconds(age), most);
  }

  private List<Connection> read(List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : rows.read(ids).stream().map(JpaConnections::connection).toList();
  }

  private ConnectionRow row(ConnectionId held) {
    return rows.findById(held.value())
        .orElseThrow(() -> new IllegalStateException("connection " + held + " is not held"));
  }

  private static Connection connection(Read read) {
    return read.row().readAt(read.at());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
