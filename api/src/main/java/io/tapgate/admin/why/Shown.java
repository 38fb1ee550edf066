package io.tapgate.admin.why;

import io.tapgate.admin.ListedConnection;
import io.tapgate.router.Condition;
import org.jspecify.annotations.Nullable;

/** What the router showed last, and what it is to show. */
final class Shown {
  private Shown() {}

  /**
   * @param now how the router is to be reached; null if nobody speaks to it any more
   */
  static String of(ListedConnection connection, @Nullable Condition now) {
    String router = "Router " + connection.router().name();
    if (connection.enforced()) {
      return router + " was last read back to show so: " + wanted(connection) + ".";
    }
    return router
        + " is to show "
        + wanted(connection)
        + ", and was not read back to show it yet."
        + trouble(connection, now);
  }

  private static String trouble(ListedConnection connection, @Nullable Condition now) {
    if (now instanceof Condition.Closed) {
      return " The router " + now.words() + ". It is tried again and again.";
    }
    String why = connection.trouble();
    return why == null ? "" : " The last try failed: " + why + ". It is tried again.";
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
