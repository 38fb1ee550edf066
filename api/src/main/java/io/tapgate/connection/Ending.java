package io.tapgate.connection;

import io.tapgate.audit.By;
import io.tapgate.client.Client;
import io.tapgate.client.Clients;
import io.tapgate.client.Introduction;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A session is over, by the router's report or by what the router lists. */
@Service
public class Ending {
  private final Clients clients;
  private final Connections connections;
  private final Moving moving;

  Ending(Clients clients, Connections connections, Moving moving) {
    this.clients = clients;
    this.connections = connections;
    this.moving = moving;
  }

  /**
   * A router reported a session down. Only the connection it belongs to ends: the one with its
   * session id, or else the one with its account, tunnel address and caller. A late report of an
   * earlier session ends nothing.
   */
  @Transactional
  public Optional<Connection> reported(Report report) {
    return connections
        .holdLive(report.dial().router(), report.dial().tunnel())
        .filter(live -> live.dial().isEndedBy(report.dial(), belongsTo(live, report.who())))
        .flatMap(live -> moving.move(live, Event.GONE, Cause.HUNG_UP, by(report)));
  }

  /**
   * The router does not list the session any more. Nothing happens if the connection moved since.
   */
  @Transactional
  public Optional<Connection> gone(Connection read) {
    return connections
        .hold(read.id())
        .filter(held -> held.version() == read.version())
        .flatMap(held -> moving.move(held, Event.GONE, Cause.SESSION_GONE, By.tapgate()));
  }

  private static By by(Report report) {
    return By.router(report.dial().router().value());
  }

  private boolean belongsTo(Connection live, Introduction who) {
    return clients.find(live.client()).filter(client -> isNamed(client, who)).isPresent();
  }

  private static boolean isNamed(Client client, Introduction who) {
    return who.name().isPresent()
        ? who.name().equals(client.name())
        : who.chat().equals(client.chat());
  }
}
