package io.tapgate.doors;

import java.util.Locale;

/** How far a key of the admin API reaches. Each takes in those before it. */
public enum Scope {
  /** Looks at everything, and changes nothing. */
  READ,
  /** Lets in, drops, bans and unbans. */
  OPERATE,
  /** Adds and removes clients, routers and keys. */
  ADMIN;

  public boolean covers(Scope needed) {
    return compareTo(needed) >= 0;
  }

  public static Scope parse(String text) {
    for (Scope scope : values()) {
      if (scope.name().equalsIgnoreCase(text)) {
        return scope;
      }
    }
    throw new IllegalArgumentException("is none of read, operate, admin");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
