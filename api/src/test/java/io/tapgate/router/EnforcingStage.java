package io.tapgate.router;

import io.tapgate.client.BansInMemory;
import io.tapgate.client.ClientId;
import io.tapgate.client.ClientsInMemory;
import io.tapgate.connection.Announced;
import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionFixture;
import io.tapgate.connection.ConnectionId;
import io.tapgate.connection.ConnectionVerbs;
import io.tapgate.connection.ConnectionsInMemory;
import io.tapgate.driving.Held;
import io.tapgate.driving.HeldFixture;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;

/** Everything that drives a router, around a router and rows in memory. */
final class EnforcingStage {
  final RouterInMemory router = new RouterInMemory();
  final ClientsInMemory clients = new ClientsInMemory();
  final ConnectionsInMemory connections = new ConnectionsInMemory();
  final BanEntriesInMemory entries = new BanEntriesInMemory();
  final ContactsInMemory contacts = new ContactsInMemory();
  final Announced announced = new Announced();
  volatile PostOffice.Networks postOffice = new PostOffice.Networks(Set.of(), false);
  final Barring barring;
  final Enforcing enforcing;
  final Comparing comparing;
  final KeepingInTouch inTouch;

  EnforcingStage(String... neverBan) {
    RouterSettings settings = RouterFixture.settings(neverBan);
    ConnectionVerbs verbs =
        new ConnectionVerbs(clients, new BansInMemory(), connections, announced);
    Doubting doubting = new Doubting(connections, clients, verbs.connecting(), verbs.ending());
    NeverBan spared = new NeverBan(settings);
    inTouch = new KeepingInTouch(contacts, id -> "router " + id.value(), settings, announced);
    barring = new Barring(entries, spared, _ -> {});
    comparing = new Comparing(connections, entries, spared, () -> postOffice, doubting, announced);
    enforcing =
        new Enforcing(connections, clients, verbs.readingBack(), doubting, barring, settings);
  }

  Patrol patrol(LongSupplier steady) {
    return new Patrol(RouterFixture.router(), comparing, Duration.ofMinutes(1), steady);
  }

  /** One that never goes its rounds: for tests of what else a driver does. */
  Patrol patrolAtRest() {
    return new Patrol(RouterFixture.router(), comparing, Duration.ofMinutes(1), () -> 0) {
      @Override
      synchronized boolean isDue() {
        return false;
      }
    };
  }

  Connection owes(ConnectionFixture wanted) {
    Connection row = wanted.build();
    connections.put(row);
    return connection(row.id());
  }

  Connection connection(ConnectionId id) {
    return connections.get(id);
  }

  ClientId client(long number) {
    return new ClientId(number);
  }

  void enforce(ConnectionId id) {
    enforce(id, HeldFixture.held("router 3"));
  }

  void enforce(ConnectionId id, Held claim) {
    enforcing.enforce(new Attempt(connection(id), router, claim));
  }
}
