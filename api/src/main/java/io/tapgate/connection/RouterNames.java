package io.tapgate.connection;

/** What people call the routers. */
public interface RouterNames {
  String name(RouterId router);
}
