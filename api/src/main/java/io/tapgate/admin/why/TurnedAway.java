package io.tapgate.admin.why;

import io.tapgate.admin.ListedBan;
import java.time.Instant;
import java.util.List;

/**
 * What turned a connection away.
 *
 * @param bans those in force when it came; none where they are not on record any more
 * @param limit how many connections in a row may go unconfirmed
 */
record TurnedAway(List<ListedBan> bans, int limit) {
  TurnedAway {
    bans = List.copyOf(bans);
  }

  /** As it happened. */
  String told(String cause, String account) {
    if (cause.equals("OVER_LIMIT")) {
      String many = account + " had too many unconfirmed connections in a row (" + allowed() + ")";
      String end = bans.isEmpty() ? "" : ", to last until " + Imposed.end(bans.getFirst(), "it");
      return many + ": nobody was asked, and a ban began" + end + ".";
    }
    String kept = isLockedAlone() ? "'s account was locked" : " was banned";
    return account + kept + " already: nobody was asked, and the session is dropped.";
  }

  /** As it stands now: a ban that is over is told as one. */
  String summary(String cause) {
    String base = "too many connections in a row that nobody confirmed (" + allowed() + ")";
    if (bans.isEmpty()) {
      return cause.equals("over_limit") ? base : "a ban was in force then";
    }
    ListedBan ban = bans.getFirst();
    return (cause.equals("over_limit") ? base : reason(ban)) + "; " + held(ban);
  }

  private String allowed() {
    return "the limit is " + limit;
  }

  private boolean isLockedAlone() {
    return !bans.isEmpty() && bans.stream().allMatch(Imposed::isLock);
  }

  private static String reason(ListedBan ban) {
    String said = ban.why() == null ? "" : " (the reason given: " + ban.why() + ")";
    return switch (ban.reason()) {
      case "over_limit" -> "too many connections before this one that nobody confirmed";
      case "not_me" ->
          Imposed.isByAPerson(ban)
              ? "they tapped “Not me” about another connection"
              : "an admin refused another connection" + said;
      case "locked" -> "an admin locked the account" + said;
      default -> "an admin banned them" + said;
    };
  }

  private static String held(ListedBan ban) {
    String what = "the " + Imposed.noun(ban);
    if (ban.inForce()) {
      return what + " is in force until " + Imposed.end(ban, "it");
    }
    Instant lifted = ban.liftedAt();
    return lifted == null
        ? what + " was in force until " + Imposed.end(ban, "it")
        : what + " was in force until it was lifted at " + When.of(lifted);
  }
}
