package io.tapgate.admin.why;

import io.tapgate.admin.ListedBan;
import io.tapgate.audit.Actor;
import java.time.Instant;
import java.util.Optional;

/** A ban, from its beginning to its end, as a person would say it. */
final class Imposed {
  private Imposed() {}

  static Explanation.Sentence began(ListedBan ban, String account, Names names) {
    String who = names.of(Actor.read(ban.actor()));
    String until = " until " + end(ban, "the " + noun(ban)) + ".";
    String said = ban.why() == null ? "" : " The reason given: " + ban.why();
    return new Explanation.Sentence(ban.from(), began(ban, account, who) + until + said);
  }

  private static String began(ListedBan ban, String account, String who) {
    return switch (ban.reason()) {
      case "over_limit" ->
          account + " had too many unconfirmed connections in a row, and was banned";
      case "not_me" ->
          who
              + (isByAPerson(ban) ? " tapped “Not me” about" : " refused")
              + " another connection, and "
              + account
              + " was banned";
      case "locked" -> who + " locked the account of " + account;
      default -> who + " banned " + account;
    };
  }

  /** Empty while it is in force. */
  static Optional<Explanation.Sentence> ended(ListedBan ban, Names names) {
    if (ban.inForce()) {
      return Optional.empty();
    }
    Instant lifted = ban.liftedAt();
    String by = ban.liftedBy();
    return Optional.of(
        lifted == null || by == null
            ? new Explanation.Sentence(ban.until(), "The " + noun(ban) + " ran out.")
            : new Explanation.Sentence(
                lifted, names.of(Actor.read(by)) + " lifted the " + noun(ban) + "."));
  }

  /**
   * @param what it is called there
   */
  static String end(ListedBan ban, String what) {
    Instant until = ban.until();
    return until == null ? "somebody lifts " + what : When.of(until);
  }

  static String noun(ListedBan ban) {
    return isLock(ban) ? "lock" : "ban";
  }

  static boolean isLock(ListedBan ban) {
    return ban.reason().equals("locked");
  }

  /** Else an admin said so for them. */
  static boolean isByAPerson(ListedBan ban) {
    return Actor.read(ban.actor()) instanceof Actor.Person;
  }
}
