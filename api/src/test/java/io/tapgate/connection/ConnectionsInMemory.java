package io.tapgate.connection;

import io.tapgate.address.TunnelAddress;
import io.tapgate.audit.By;
import io.tapgate.client.ClientId;
import io.tapgate.client.Standing;
import io.tapgate.driving.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Connections without a database, for tests of the rules: one row for each, changed under one lock,
 * and the rows a driver was told to look at again. What only SQL decides is not played here.
 */
public final class ConnectionsInMemory implements Connections {
  private final Map<Long, Connection> rows = new ConcurrentSkipListMap<>();
  private final List<ConnectionId> lookedAgain = new ArrayList<>();
  private final List<ConnectionId> putOff = new ArrayList<>();
  private final List<ConnectionId> owed = new ArrayList<>();
  private final Set<ConnectionId> uncounted = new LinkedHashSet<>();
  private final List<ConnectionId> taken = new ArrayList<>();
  private Instant now = ConnectionFixture.NOON;
  private int unconfirmed;
  private boolean banned;
  private boolean readOnly;
  private int refused;
  private @Nullable Claim driver;

  /** A row as a test wants it, owed to its router. */
  public synchronized Connection put(Connection connection) {
    rows.put(connection.id().value(), connection);
    owed.add(connection.id());
    return connection;
  }

  public synchronized void at(Instant instant) {
    now = instant;
  }

  /** Nothing a driver found out can be written from now on. */
  public synchronized void becomeReadOnly() {
    readOnly = true;
  }

  /** How often somebody tried to write all the same. */
  public synchronized int refused() {
    return refused;
  }

  public synchronized void becomeWritable() {
    readOnly = false;
  }

  /** From now on only what is found out under this claim is written. */
  public synchronized void isDriven(Claim claim) {
    driver = claim;
  }

  public synchronized void standing(int chancesUsed, boolean isBanned) {
    unconfirmed = chancesUsed;
    banned = isBanned;
  }

  public synchronized Connection get(ConnectionId id) {
    return find(id).orElseThrow();
  }

  public synchronized List<Connection> all() {
    return List.copyOf(rows.values());
  }

  public synchronized List<ConnectionId> lookedAgain() {
    return List.copyOf(lookedAgain);
  }

  public synchronized List<ConnectionId> putOff() {
    return List.copyOf(putOff);
  }

  public synchronized List<ConnectionId> taken() {
    return List.copyOf(taken);
  }

  @Override
  public synchronized Optional<Connection> holdLive(RouterId router, TunnelAddress tunnel) {
    return on(router, tunnel).stream().filter(one -> one.state().isLive()).findFirst();
  }

  @Override
  public synchronized List<Connection> holdLive(ClientId client) {
    return rows.values().stream()
        .filter(one -> one.client().equals(client) && one.state().isLive())
        .map(this::readNow)
        .toList();
  }

  @Override
  public synchronized List<Connection> holdLive(RouterId router) {
    return rows.values().stream()
        .filter(one -> one.dial().router().equals(router) && one.state().isLive())
        .map(this::readNow)
        .toList();
  }

  @Override
  public Optional<Connection> hold(ConnectionId id) {
    return find(id);
  }

  @Override
  public synchronized Optional<Connection> find(ConnectionId id) {
    return Optional.ofNullable(rows.get(id.value())).map(this::readNow);
  }

  @Override
  public synchronized Arrival arrive(Dial dial, ClientId client) {
    return new Arrival(
        holdLive(dial.router(), dial.tunnel()), new Standing(unconfirmed, banned, now));
  }

  /** As SQL does, but for bans and an admin's reset, which are not played here. */
  @Override
  public synchronized boolean handOnChance(Connection over, SessionId session) {
    if (get(over.id()).moments().taken() == null) {
      uncounted.add(over.id());
    }
    return rows.values().stream()
        .filter(one -> one.client().equals(over.client()) && counts(one))
        .noneMatch(one ->
            one.id().equals(over.id())
                || (one.dial().tunnel().equals(over.dial().tunnel())
                    && one.dial().session().equals(Optional.of(session))));
  }

  private boolean counts(Connection one) {
    boolean reached = one.state() == State.ASKED || one.moments().taken() != null;
    return reached
        && !uncounted.contains(one.id())
        && rows.values().stream()
            .filter(other -> other.client().equals(one.client()))
            .map(other -> other.moments().confirmed())
            .filter(Objects::nonNull)
            .allMatch(confirmed -> one.moments().asked().isAfter(confirmed));
  }

  /** Those that were opened without using a chance. */
  public synchronized List<ConnectionId> uncounted() {
    return List.copyOf(uncounted);
  }

  @Override
  public synchronized Connection open(Opening opening) {
    ConnectionId id = new ConnectionId(rows.size() + 1L);
    if (!opening.counts()) {
      uncounted.add(id);
    }
    return put(opening.opened(id));
  }

  @Override
  public synchronized Connection move(Connection held, State to, Cause cause, By by) {
    Connection.Moments was = held.moments();
    Instant confirmed = to == State.CONFIRMED ? now : was.confirmed();
    Connection.Moments moments =
        new Connection.Moments(
            was.asked(), was.taken(), was.deadline(), now, confirmed, was.letIn(), null, now);
    return put(
        new Connection(
            held.id(),
            held.client(),
            held.dial(),
            to,
            cause,
            held.enforced(),
            false,
            moments,
            held.version() + 1));
  }

  @Override
  public synchronized Connection prolong(Connection held, Instant deadline) {
    Connection.Moments was = held.moments();
    Connection.Moments moments =
        new Connection.Moments(
            was.asked(),
            was.taken(),
            deadline,
            was.changed(),
            was.confirmed(),
            was.letIn(),
            was.overdue(),
            was.read());
    return keep(
        new Connection(
            held.id(),
            held.client(),
            held.dial(),
            held.state(),
            held.cause(),
            held.enforced(),
            held.doubted(),
            moments,
            held.version()));
  }

  @Override
  public synchronized Connection lookAgain(Connection held) {
    lookedAgain.add(held.id());
    Connection.Moments was = held.moments();
    return put(
        new Connection(
            held.id(),
            held.client(),
            held.dial(),
            held.state(),
            held.cause(),
            null,
            false,
            new Connection.Moments(
                was.asked(),
                was.taken(),
                was.deadline(),
                was.changed(),
                was.confirmed(),
                was.letIn(),
                null,
                was.read()),
            held.version() + 1));
  }

  @Override
  public synchronized void lookAgain(RouterId router) {
    rows.values().stream()
        .filter(one -> one.dial().router().equals(router) && one.state().isLive())
        .forEach(one -> owed.add(one.id()));
  }

  @Override
  public synchronized Map<RouterId, Integer> live() {
    return rows.values().stream()
        .filter(one -> one.state().isLive())
        .collect(Collectors.toMap(one -> one.dial().router(), _ -> 1, Integer::sum));
  }

  @Override
  public synchronized void letOff(RouterId router) {
    owed.removeIf(id -> get(id).dial().router().equals(router));
  }

  public synchronized void owedByNobody() {
    owed.clear();
  }

  @Override
  public synchronized void owedAgain(ConnectionId id) {
    mustWrite();
    owed.add(id);
  }

  @Override
  public synchronized List<Connection> owed(RouterId router, int most) {
    return owed.stream()
        .distinct()
        .map(this::get)
        .filter(one -> one.dial().router().equals(router))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized boolean isNewest(Connection connection) {
    Dial dial = connection.dial();
    return on(dial.router(), dial.tunnel()).getFirst().id().equals(connection.id());
  }

  @Override
  public synchronized boolean isUnused(RouterId router, TunnelAddress tunnel) {
    return on(router, tunnel).isEmpty();
  }

  @Override
  public synchronized List<Connection> newest(RouterId router, Set<TunnelAddress> listed) {
    return rows.values().stream()
        .filter(one -> one.dial().router().equals(router))
        .filter(one -> listed.contains(one.dial().tunnel()) || one.state().isLive())
        .filter(this::isNewest)
        .toList();
  }

  @Override
  public synchronized Optional<Connection> enforced(
      Connection read, Claim claim, Optional<Duration> lookAgainIn) {
    mustWrite();
    return unchanged(read, claim)
        .map(row -> {
          owed.removeIf(row.id()::equals);
          return keep(with(row, row.dial(), row.state(), false));
        });
  }

  @Override
  public synchronized boolean putOff(
      Connection read, Claim claim, String trouble, Duration first, Duration most) {
    mustWrite();
    return unchanged(read, claim).map(row -> putOff.add(row.id())).orElse(false);
  }

  private void mustWrite() {
    if (readOnly) {
      refused++;
      throw new DataAccessResourceFailureException("the database\ndoes not write");
    }
  }

  @Override
  public synchronized void doubt(Connection read, Claim claim, Duration pause) {
    unchanged(read, claim).ifPresent(row -> keep(with(row, row.dial(), row.enforced(), true)));
  }

  @Override
  public synchronized Optional<Connection> bind(Connection read, Claim claim, SessionId session) {
    Dial dial = read.dial();
    Dial bound =
        new Dial(
            dial.router(),
            dial.tunnel(),
            dial.caller(),
            dial.destination(),
            Optional.of(session),
            dial.service());
    return unchanged(read, claim).map(row -> keep(with(row, bound, row.enforced(), row.doubted())));
  }

  @Override
  public List<Connection> expireDue(int most) {
    throw new UnsupportedOperationException("SQL decides which are due");
  }

  /** Whether the time to answer was started; the deadline itself is SQL's. */
  @Override
  public synchronized Optional<Connection> questionTaken(ConnectionId id, Duration timeToAnswer) {
    taken.add(id);
    return find(id);
  }

  @Override
  public List<Connection> markOverdue(Duration patience, int most) {
    throw new UnsupportedOperationException("SQL decides which are overdue");
  }

  @Override
  public int forget(Duration age, int most) {
    throw new UnsupportedOperationException("SQL decides which are old");
  }

  private Connection keep(Connection row) {
    rows.put(row.id().value(), row);
    return row;
  }

  private Optional<Connection> unchanged(Connection read, Claim claim) {
    return find(read.id())
        .filter(row -> row.version() == read.version())
        .filter(_ -> driver == null || driver.equals(claim));
  }

  private List<Connection> on(RouterId router, TunnelAddress tunnel) {
    return rows.values().stream()
        .filter(one -> one.dial().router().equals(router) && one.dial().tunnel().equals(tunnel))
        .sorted(Comparator.comparingLong((Connection one) -> one.id().value()).reversed())
        .map(this::readNow)
        .toList();
  }

  private Connection readNow(Connection row) {
    Connection.Moments was = row.moments();
    return new Connection(
        row.id(),
        row.client(),
        row.dial(),
        row.state(),
        row.cause(),
        row.enforced(),
        row.doubted(),
        new Connection.Moments(
            was.asked(),
            was.taken(),
            was.deadline(),
            was.changed(),
            was.confirmed(),
            was.letIn(),
            was.overdue(),
            now),
        row.version());
  }

  private static Connection with(
      Connection row, Dial dial, @Nullable State enforced, boolean doubted) {
    return new Connection(
        row.id(),
        row.client(),
        dial,
        row.state(),
        row.cause(),
        enforced,
        doubted,
        row.moments(),
        row.version());
  }
}
