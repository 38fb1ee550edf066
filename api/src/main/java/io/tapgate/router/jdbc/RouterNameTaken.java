package io.tapgate.router.jdbc;

/** Two routers of one name: nobody could tell which is meant. The start ends here. */
final class RouterNameTaken extends RuntimeException {
  RouterNameTaken(Throwable cause) {
    super("ROUTER_NAME: another router is called that already.", cause);
  }
}
