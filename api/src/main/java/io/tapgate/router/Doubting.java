package io.tapgate.router;

import io.tapgate.client.AccountName;
import io.tapgate.client.Client;
import io.tapgate.client.Clients;
import io.tapgate.client.Introduction;
import io.tapgate.connection.Connecting;
import io.tapgate.connection.Connection;
import io.tapgate.connection.Connections;
import io.tapgate.connection.Dial;
import io.tapgate.connection.Ending;
import io.tapgate.connection.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A reading that speaks against what we believe: the session of a live connection is not listed, or
 * one is listed that should be over. The first such reading only asks for a second; the second is
 * acted on, if the connection did not change in between.
 */
@Component
class Doubting {
  private static final Logger log = LoggerFactory.getLogger(Doubting.class);
  private static final Duration SECOND_READING = Duration.ofMillis(500);

  private final Connections connections;
  private final Clients clients;
  private final Connecting connecting;
  private final Ending ending;

  Doubting(Connections connections, Clients clients, Connecting connecting, Ending ending) {
    this.connections = connections;
    this.clients = clients;
    this.connecting = connecting;
    this.ending = ending;
  }

  /** The router does not list the connection's session, whatever else it lists there. */
  void sessionGone(Attempt attempt, List<Session> listed) {
    if (isSecond(attempt)) {
      log.info(
          "connection {}: the router lists {} on {}, not its session; it ends",
          attempt.read().id(),
          listed.isEmpty() ? "nothing" : "another session",
          attempt.address());
      ending.gone(attempt.read());
    }
  }

  /**
   * The router lists a session where the connection ended: the same one still, or one that was
   * never reported. It is asked about; one chance of the same session is counted, and no second.
   */
  void sessionStillThere(Attempt attempt, Optional<Session> own, Session listed) {
    if (isSecond(attempt)) {
      Session there = own.orElse(listed);
      log.info(
          "router lists session {} on {} though connection {} is over; it is asked about",
          there.id(),
          attempt.address(),
          attempt.read().id());
      boolean counted = own.isPresent() && connections.hadItsChance(attempt.read(), there.id());
      connecting.found(report(attempt.read(), there, own.isPresent()), attempt.read(), !counted);
    }
  }

  /**
   * The router lists somebody else's session where the connection was turned out: their report may
   * be on its way still. If it does not come, they are asked about all the same.
   */
  void sessionUnreported(Attempt attempt, Session other) {
    sessionStillThere(attempt, Optional.empty(), other);
  }

  private boolean isSecond(Attempt attempt) {
    if (!attempt.read().doubted()) {
      connections.doubt(attempt.read(), attempt.claim().claim(), SECOND_READING);
    }
    return attempt.read().doubted();
  }

  private Report report(Connection ended, Session there, boolean own) {
    Dial before = ended.dial();
    return new Report(
        own ? introduction(ended, there) : introduction(there),
        new Dial(
            before.router(),
            there.address(),
            there.from().orElse(before.caller()),
            before.destination(),
            Optional.of(there.id()),
            Optional.ofNullable(there.service()).or(before::service)));
  }

  /** Of a client that is known by its chat alone, its own session goes on asking that chat. */
  private Introduction introduction(Connection ended, Session own) {
    return clients
        .find(ended.client())
        .filter(client -> client.name().isEmpty())
        .flatMap(Client::chat)
        .map(chat -> new Introduction(Optional.empty(), Optional.of(chat)))
        .orElseGet(() -> introduction(own));
  }

  /** By the account the session was opened with, whoever had the address before. */
  private static Introduction introduction(Session there) {
    return new Introduction(Optional.of(new AccountName(there.name())), Optional.empty());
  }
}
