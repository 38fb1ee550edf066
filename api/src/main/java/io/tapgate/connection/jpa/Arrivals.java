package io.tapgate.connection.jpa;

import io.tapgate.address.Caller;
import io.tapgate.address.TunnelAddress;
import io.tapgate.client.ClientId;
import io.tapgate.client.Standing;
import io.tapgate.connection.Cause;
import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionId;
import io.tapgate.connection.Connections.Arrival;
import io.tapgate.connection.Connections.Opening;
import io.tapgate.connection.Dial;
import io.tapgate.connection.RouterId;
import io.tapgate.connection.SessionId;
import io.tapgate.connection.State;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a report asks and writes. It comes a thousand times at once when an office reconnects, so
 * this is plain SQL in few round trips: statements that stand in one text are sent together, and
 * each of them still sees whatever was committed before its own beginning.
 */
@Component
class Arrivals {
  /** Of two reports on one address, the second waits here until the first is done. */
  private static final String HOLD_ADDRESS =
      "select pg_advisory_xact_lock(cast(:router as int), hashtext(:tunnel));";

  private static final String HOLD_LIVE =
      """
      select *, tapgate_now() as at from connection
      where router_id = :router and tunnel = cast(:tunnel as inet)
        and state in ('ASKED', 'CONFIRMED')
      for no key update;
      """;

  /** Whoever is live there and was never asked has used no chance once that is over. */
  private static final String STANDING =
      """
      select (select count(*) from tapgate_chances(:client)
              where taken_at is not null
                 or router_id <> :router or tunnel <> cast(:tunnel as inet)) as unconfirmed,
             exists (select from ban
                     where client_id = :client and lifted_at is null
                       and (until_at is null or until_at > tapgate_now())) as banned,
             tapgate_now() as at
      """;

  private static final String OPEN =
      """
      insert into connection
        (router_id, client_id, tunnel, caller, destination, session, service, state, cause, actor,
         reason, counts, asked_at, deadline_at, changed_at, owed_since, drive_at, version)
      values
        (:router, :client, cast(:tunnel as inet), :caller, :destination, :session, :service, :state,
         :cause, :actor, :reason, :counts, :at, :deadline, :at, :at, :at, 1)
      returning id
      """;

  private final JdbcClient database;
  private final NamedParameterJdbcOperations texts;

  Arrivals(JdbcClient database, NamedParameterJdbcOperations texts) {
    this.database = database;
    this.texts = texts;
  }

  Optional<Connection> holdLive(RouterId router, TunnelAddress tunnel) {
    Map<String, ?> params = Map.of("router", router.value(), "tunnel", tunnel.toString());
    return known(texts.execute(HOLD_ADDRESS + HOLD_LIVE, params, Arrivals::afterTheAddress));
  }

  Arrival arrive(Dial dial, ClientId client) {
    Map<String, ?> params =
        Map.of(
            "router",
            dial.router().value(),
            "tunnel",
            dial.tunnel().toString(),
            "client",
            client.value());
    return known(
        texts.execute(
            HOLD_ADDRESS + HOLD_LIVE + STANDING,
            params,
            sent -> new Arrival(afterTheAddress(sent), standing(next(sent)))));
  }

  Connection open(Opening opening) {
    Dial dial = opening.dial();
    long id =
        database
            .sql(OPEN)
            .param("router", dial.router().value())
            .param("client", opening.client().value())
            .param("tunnel", dial.tunnel().toString())
            .param("caller", dial.caller().toString())
            .param("destination", dial.destination().orElse(null))
            .param("session", dial.session().map(SessionId::value).orElse(null))
            .param("service", dial.service().orElse(null))
            .param("state", opening.state().name())
            .param("cause", opening.cause().name())
            .param("actor", opening.by().actor().toString())
            .param("reason", opening.by().reason().orElse(null))
            .param("counts", opening.counts())
            .param("at", Timestamp.from(opening.at()))
            .param("deadline", Timestamp.from(opening.deadline()))
            .query(Long.class)
            .single();
    return opening.opened(new ConnectionId(id));
  }

  private static Optional<Connection> afterTheAddress(PreparedStatement sent) throws SQLException {
    sent.execute();
    try (ResultSet row = next(sent)) {
      return row.next() ? Optional.of(connection(row)) : Optional.empty();
    }
  }

  private static ResultSet next(PreparedStatement sent) throws SQLException {
    if (!sent.getMoreResults()) {
      throw new IllegalStateException("PostgreSQL left a statement of several unanswered");
    }
    return sent.getResultSet();
  }

  private static Standing standing(ResultSet answer) throws SQLException {
    try (ResultSet row = answer) {
      row.next();
      return new Standing(
          row.getInt("unconfirmed"), row.getBoolean("banned"), row.getTimestamp("at").toInstant());
    }
  }

  private static Connection connection(ResultSet row) throws SQLException {
    return new Connection(
        new ConnectionId(row.getLong("id")),
        new ClientId(row.getLong("client_id")),
        dial(row),
        State.valueOf(row.getString("state")),
        Cause.valueOf(row.getString("cause")),
        Optional.ofNullable(row.getString("enforced")).map(State::valueOf).orElse(null),
        row.getBoolean("doubted"),
        moments(row),
        row.getInt("version"));
  }

  private static Dial dial(ResultSet row) throws SQLException {
    return new Dial(
        new RouterId(row.getLong("router_id")),
        TunnelAddress.parse(row.getString("tunnel")),
        Caller.parse(row.getString("caller")),
        Optional.ofNullable(row.getString("destination")),
        Optional.ofNullable(row.getString("session")).map(SessionId::new),
        Optional.ofNullable(row.getString("service")));
  }

  private static Connection.Moments moments(ResultSet row) throws SQLException {
    return new Connection.Moments(
        known(instant(row, "asked_at")),
        instant(row, "taken_at"),
        known(instant(row, "deadline_at")),
        known(instant(row, "changed_at")),
        instant(row, "confirmed_at"),
        instant(row, "let_in_at"),
        instant(row, "overdue_at"),
        known(instant(row, "at")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp known = row.getTimestamp(column);
    return known == null ? null : known.toInstant();
  }

  private static <T> T known(@Nullable T value) {
    return Optional.ofNullable(value).orElseThrow();
  }
}
