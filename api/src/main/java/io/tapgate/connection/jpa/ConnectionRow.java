package io.tapgate.connection.jpa;

import io.tapgate.address.Caller;
import io.tapgate.address.TunnelAddress;
import io.tapgate.audit.By;
import io.tapgate.client.ClientId;
import io.tapgate.connection.Cause;
import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionId;
import io.tapgate.connection.Dial;
import io.tapgate.connection.RouterId;
import io.tapgate.connection.SessionId;
import io.tapgate.connection.State;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "connection")
@DynamicUpdate
class ConnectionRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long id;

  @Column(name = "router_id")
  long router;

  @Column(name = "client_id")
  long client;

  @JdbcTypeCode(SqlTypes.INET)
  InetAddress tunnel;

  String caller;
  @Nullable String destination;
  @Nullable String session;
  @Nullable String service;

  @Enumerated(EnumType.STRING)
  State state;

  @Enumerated(EnumType.STRING)
  Cause cause;

  @Enumerated(EnumType.STRING)
  @Nullable State enforced;

  String actor;
  @Nullable String reason;
  boolean counts;
  Instant askedAt;
  @Nullable Instant takenAt;
  Instant deadlineAt;
  Instant changedAt;
  @Nullable Instant confirmedAt;
  @Nullable Instant letInAt;
  @Nullable Instant owedSince;
  @Nullable Instant overdueAt;
  @Nullable Instant driveAt;
  @Nullable Instant enforcedAt;
  @Nullable String trouble;
  int attempts;
  boolean doubted;
  int version;

  @SuppressWarnings("NullAway.Init")
  protected ConnectionRow() {}

  void move(State to, Cause why, By by, Instant now) {
    state = to;
    cause = why;
    by(by);
    changedAt = now;
    if (to == State.CONFIRMED) {
      confirmedAt = now;
    }
    owe(now);
  }

  private void by(By by) {
    actor = by.actor().toString();
    reason = by.reason().orElse(null);
  }

  /** The router owes us this state from now on. */
  void owe(Instant now) {
    enforced = null;
    owedSince = now;
    overdueAt = null;
    driveAt = now;
    attempts = 0;
    doubted = false;
    version++;
  }

  Connection readAt(Instant now) {
    return new Connection(
        new ConnectionId(known(id)),
        new ClientId(client),
        dial(),
        state,
        cause,
        enforced,
        doubted,
        new Connection.Moments(
            askedAt, takenAt, deadlineAt, changedAt, confirmedAt, letInAt, overdueAt, now),
        version);
  }

  private Dial dial() {
    return new Dial(
        new RouterId(router),
        new TunnelAddress(tunnel),
        Caller.parse(caller),
        Optional.ofNullable(destination),
        Optional.ofNullable(session).map(SessionId::new),
        Optional.ofNullable(service));
  }

  private static long known(@Nullable Long id) {
    if (id == null) {
      throw new IllegalStateException("a connection that was not stored yet has no number");
    }
    return id;
  }
}
