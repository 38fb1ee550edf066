package io.tapgate.doors;

/** Whose key it was. */
public sealed interface Visitor {

  /**
   * A router reporting.
   *
   * @param router which one: its row
   */
  record Hook(long router) implements Visitor {}

  record Watcher() implements Visitor {}

  record Admin() implements Visitor {}

  record Metrics() implements Visitor {}

  default Role role() {
    return switch (this) {
      case Hook _ -> Role.HOOK;
      case Watcher _ -> Role.WATCHER;
      case Admin _ -> Role.ADMIN;
      case Metrics _ -> Role.METRICS;
    };
  }

  /** What a key opens. */
  enum Role {
    HOOK,
    WATCHER,
    ADMIN,
    METRICS
  }
}
