package io.tapgate.connection;

import java.util.List;

/**
 * Something about connections changed. Announced inside the transaction that changed it, so that
 * whoever must write something down because of it does so in the same one.
 */
public record ConnectionsChanged(What what, List<Connection> connections) {
  public ConnectionsChanged {
    connections = List.copyOf(connections);
  }

  ConnectionsChanged(What what, Connection connection) {
    this(what, List.of(connection));
  }

  /** What changed. */
  public enum What {
    /** They came into their state. The router owes it from now on. */
    MOVED,
    /** They were reported once more: the router is to be looked at again. */
    REPEATED,
    /** The router was read back to match their state. */
    ENFORCED,
    /** The router has not been read back for so long that people must be told. */
    OVERDUE
  }
}
