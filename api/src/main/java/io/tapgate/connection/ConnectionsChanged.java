package io.tapgate.connection;

import java.util.List;

/**
 * Connections that came into a state, or whose state the router was read back to match, or whose
 * router has been silent for too long. Announced inside the transaction that changed them, so that
 * whoever must write something down because of it does so in the same one.
 */
public record ConnectionsChanged(List<Connection> connections) {
  public ConnectionsChanged {
    connections = List.copyOf(connections);
  }
}
