package io.tapgate.admin.why;

import io.tapgate.admin.ListedConnection;

/** What the router showed last, and what it is to show. */
final class Shown {
  private Shown() {}

  static String of(ListedConnection connection) {
    String router = "Router " + connection.router().name();
    if (connection.enforced()) {
      return router + " was last read back to show so: " + wanted(connection) + ".";
    }
    String why = connection.trouble();
    return router
        + " is to show "
        + wanted(connection)
        + ", and was not read back to show it yet"
        + (why == null ? "." : ". The last try failed: " + why + ". It is tried again.");
  }

  private static String wanted(ListedConnection connection) {
    String tunnel = connection.tunnel();
    return switch (connection.state()) {
      case "asked" -> tunnel + " in the deny list and not in the permit list, the session up";
      case "confirmed" -> tunnel + " in the permit list and not in the deny list";
      case "rejected", "banned" ->
          tunnel + " in no list, the session dropped, the caller kept out where bans say so";
      case "expired" -> tunnel + " in no list, the session dropped";
      default -> tunnel + " in no list";
    };
  }
}
