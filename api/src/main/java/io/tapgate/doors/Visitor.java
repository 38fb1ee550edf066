package io.tapgate.doors;

import java.util.EnumSet;
import java.util.Set;

/** Whose key it was. */
public sealed interface Visitor {

  /**
   * A router reporting.
   *
   * @param router which one: its row
   */
  record Hook(long router) implements Visitor {}

  record Watcher() implements Visitor {}

  /**
   * Whoever holds a key of the admin API.
   *
   * @param key which one: its row
   */
  record Admin(long key, Scope scope) implements Visitor {}

  record Metrics() implements Visitor {}

  default Set<Role> roles() {
    return switch (this) {
      case Hook _ -> EnumSet.of(Role.HOOK);
      case Watcher _ -> EnumSet.of(Role.WATCHER);
      case Metrics _ -> EnumSet.of(Role.METRICS);
      case Admin admin ->
          switch (admin.scope()) {
            case READ -> EnumSet.of(Role.READ);
            case OPERATE -> EnumSet.of(Role.READ, Role.OPERATE);
            case ADMIN -> EnumSet.of(Role.READ, Role.OPERATE, Role.ADMIN);
          };
    };
  }

  /** What a key opens. */
  enum Role {
    HOOK,
    WATCHER,
    METRICS,
    READ,
    OPERATE,
    ADMIN
  }
}
