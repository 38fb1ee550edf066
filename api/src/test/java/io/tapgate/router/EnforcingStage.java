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

/** Everything that drives a router, around a router and rows in memory. */
final class EnforcingStage {
  final RouterInMemory router = new RouterInMemory();
  final ClientsInMemory clients = new ClientsInMemory();
  final ConnectionsInMemory connections = new ConnectionsInMemory();
  final BanEntriesInMemory entries = new BanEntriesInMemory();
  final Announced announced = new Announced();
  final Barring barring;
  final Enforcing enforcing;

  EnforcingStage(String... neverBan) {
    RouterSettings settings = RouterFixture.settings(neverBan);
    ConnectionVerbs verbs =
        new ConnectionVerbs(clients, new BansInMemory(), connections, announced);
    Doubting doubting = new Doubting(connections, clients, verbs.connecting(), verbs.ending());
    barring = new Barring(entries, new NeverBan(settings), _ -> {});
    enforcing =
        new Enforcing(connections, clients, verbs.readingBack(), doubting, barring, settings);
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
