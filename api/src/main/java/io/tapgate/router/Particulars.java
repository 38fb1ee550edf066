package io.tapgate.router;

import io.tapgate.connection.RouterId;

/**
 * All that is to be known of a router but its password.
 *
 * @param anywhere whether an admin said that it may be where Tapgate otherwise calls nobody
 */
public record Particulars(
    String name,
    String host,
    int port,
    String username,
    Trust trust,
    Router.ListNames lists,
    boolean anywhere) {

  public Router router(RouterId id, Password password) {
    return new Router(
        id, name, host, port, new Router.Login(username, password.value()), trust, lists, anywhere);
  }
}
