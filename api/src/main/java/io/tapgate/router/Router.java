package io.tapgate.router;

import io.tapgate.connection.RouterId;

/**
 * A router that Tapgate drives: where it is, how to log in, what its lists are called.
 *
 * <p>Its text never shows the password.
 *
 * @param anywhere whether it may be at an address that Tapgate otherwise keeps away from
 */
public record Router(
    RouterId id,
    String name,
    String host,
    int port,
    Login login,
    Trust trust,
    ListNames lists,
    boolean anywhere) {

  /** One whose address nobody judges, as the environment's. */
  public Router(
      RouterId id, String name, String host, int port, Login login, Trust trust, ListNames lists) {
    this(id, name, host, port, login, trust, lists, true);
  }

  /** The account Tapgate uses on the router. */
  public record Login(String username, String password) {
    @Override
    public String toString() {
      return username;
    }
  }

  /** What the lists are called on this router. */
  public record ListNames(String deny, String permit, String ban) {}
}
