package io.tapgate.admin.why;

import io.tapgate.admin.ListedConnection;
import io.tapgate.audit.Actor;
import io.tapgate.audit.Happening;
import io.tapgate.audit.Noted;

/** One record, as a person would say it. */
final class Told {
  private Told() {}

  static String of(Noted noted, ListedConnection connection, Names names, TurnedAway away) {
    Happening happening = noted.happening();
    String who = names.of(happening.by().actor());
    String sentence = sentence(happening, connection, who, away);
    return happening
        .by()
        .reason()
        .map(why -> sentence + " The reason given: " + why)
        .orElse(sentence);
  }

  private static String sentence(
      Happening happening, ListedConnection connection, String who, TurnedAway away) {
    String cause = happening.cause().orElse("");
    return switch (happening.verb()) {
      case "connection.asked" -> asked(cause, connection, happening.by().actor(), who);
      case "connection.confirmed" ->
          cause.equals("ADMIN")
              ? who + " let it in without a tap, for this session alone."
              : who + " tapped “It's me” in time: the address may pass.";
      case "connection.rejected" ->
          cause.equals("ADMIN")
              ? who + " refused it: the session is dropped and the account banned."
              : who + " tapped “Not me”: the session is dropped and the account banned.";
      case "connection.expired" -> "Nobody tapped in time: the session is dropped.";
      case "connection.banned" -> away.told(cause, Summary.account(connection));
      case "connection.ended" -> ended(cause, connection, who);
      default -> happening.verb() + " by " + who + ".";
    };
  }

  private static String asked(String cause, ListedConnection connection, Actor actor, String who) {
    String account = Summary.account(connection);
    String place = connection.tunnel() + ", calling from " + connection.caller();
    return cause.equals("FOUND") || actor instanceof Actor.Tapgate
        ? "Router "
            + connection.router().name()
            + " was seen to list a session of "
            + account
            + " on "
            + place
            + " that no report accounts for: it was asked about."
        : who + " reported " + account + " on " + place + ": asked about, within the limit.";
  }

  private static String ended(String cause, ListedConnection connection, String who) {
    return switch (cause) {
      case "HUNG_UP" -> who + " reported the session down.";
      case "SESSION_GONE" ->
          "Router "
              + connection.router().name()
              + " did not list the session any more, twice in a row.";
      case "REPLACED" -> "Another session took " + connection.tunnel() + ".";
      case "DISCONNECTED" -> who + " ended it: the session is dropped.";
      default -> "It ended.";
    };
  }
}
