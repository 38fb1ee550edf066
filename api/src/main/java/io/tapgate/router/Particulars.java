package io.tapgate.router;

import io.tapgate.connection.RouterId;

/**
 * All that is to be known of a router but its password.
 *
 * @param limits where they differ from the settings
 * @param anywhere whether an admin said that it may be where Tapgate otherwise calls nobody
 * @param disabled whether nobody speaks to it, nor listens to it, until an admin says otherwise
 */
public record Particulars(
    String name,
    String host,
    int port,
    String username,
    Trust trust,
    Router.ListNames lists,
    OwnLimits limits,
    boolean anywhere,
    boolean disabled) {

  /** By the same way to the same place. */
  boolean isReachedAs(Particulars other) {
    return isAt(other.host, other.port) && trust.equals(other.trust);
  }

  boolean isAt(String otherHost, int otherPort) {
    return host.equals(otherHost) && port == otherPort;
  }

  Particulars nowhereElse() {
    return new Particulars(name, host, port, username, trust, lists, limits, false, disabled);
  }

  Particulars asDisabled() {
    return new Particulars(name, host, port, username, trust, lists, limits, anywhere, true);
  }

  public Router router(RouterId id, Password password) {
    return new Router(
        id, name, host, port, new Router.Login(username, password.value()), trust, lists, anywhere);
  }
}
