package io.tapgate.admin.why;

import io.tapgate.admin.ListedConnection;
import io.tapgate.admin.ListedQuestion;
import java.util.Optional;

/** Where a client is now, and why, in one sentence. */
final class Summary {
  private Summary() {}

  static String of(
      ListedConnection connection, Optional<ListedQuestion> question, TurnedAway away) {
    String who = account(connection);
    return switch (connection.state()) {
      case "asked" -> who + " is in the sandbox: " + waiting(connection, question) + ".";
      case "confirmed" -> who + " " + allowed(connection) + ".";
      case "rejected" -> who + " was turned out: " + refused(connection) + ".";
      case "expired" ->
          who + " was turned out: nobody answered until " + When.of(connection.deadlineAt()) + ".";
      case "banned" -> who + " was turned away: " + away.summary(connection.cause()) + ".";
      default -> who + "'s session is over: " + over(connection) + ".";
    };
  }

  static String account(ListedConnection connection) {
    String name = connection.client().name();
    return name == null ? "Client " + connection.client().id() : name;
  }

  private static String waiting(ListedConnection connection, Optional<ListedQuestion> question) {
    String until = "; the session is dropped at " + When.of(connection.deadlineAt());
    if (question.isEmpty()) {
      return "nobody can be asked, as no chat is known" + until;
    }
    if (question.get().refused() != null) {
      return "Telegram does not take the question" + until;
    }
    return connection.takenAt() == null
        ? "the question has not reached Telegram yet; it is sent as soon as Telegram takes it"
        : "nobody has answered yet" + until;
  }

  private static String allowed(ListedConnection connection) {
    String by =
        connection.cause().equals("admin") ? "an admin answered for them" : "they tapped “It's me”";
    return connection.enforced()
        ? "is let in: " + by
        : "is confirmed (" + by + ") and let in as soon as the router shows it";
  }

  private static String refused(ListedConnection connection) {
    return connection.cause().equals("admin") ? "an admin refused it" : "they tapped “Not me”";
  }

  private static String over(ListedConnection connection) {
    return switch (connection.cause()) {
      case "hung_up" -> "it was hung up";
      case "session_gone" -> "the router does not list it any more";
      case "replaced" -> "another session took its address";
      case "disconnected" -> "an admin ended it";
      default -> "it ended";
    };
  }
}
