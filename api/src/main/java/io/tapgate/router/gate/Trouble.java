package io.tapgate.router.gate;

import io.tapgate.router.Difference;
import java.util.List;
import java.util.stream.Collectors;

/** What can be said of a router without having looked at its gate. */
final class Trouble {
  private static final int SHOWN = 3;

  private Trouble() {}

  static Finding disabled() {
    return Finding.warning(
        "disabled",
        "an admin disabled it",
        "Its reports are refused, and nobody new is let in through it.",
        "`./tapgate router enable` it, when it is to be used again.");
  }

  static Finding locked() {
    return Finding.problem(
        "password-locked",
        "its password does not open with this TAPGATE_KEY",
        "Tapgate cannot log in, and lets nobody in through it.",
        "Write its password again, or give this node the key that it was locked with.");
  }

  static Finding silent(String why) {
    return Finding.problem(
        "router-silent",
        why,
        "Nobody new is let in through it; permits run out by themselves.",
        "See that it is on, that its API over TLS is, and that nothing in between is in the way.");
  }

  static Finding refused(String why) {
    return Finding.problem(
        "login-refused",
        why,
        "Tapgate can neither let anybody in nor look any further.",
        "Run `./tapgate router prepare` for it again.");
  }

  static Finding lists(List<Difference> differences) {
    String some =
        differences.stream()
            .limit(SHOWN)
            .map(one -> one.where() + " (" + one.kind().word() + ")")
            .collect(Collectors.joining(", "));
    String more = differences.size() > SHOWN ? ", and " + (differences.size() - SHOWN) : "";
    return Finding.warning(
        "lists-differ",
        "its lists and sessions are not as the record says: " + some + more,
        "Somebody may be in who should not be, or out who should be in.",
        "Tapgate sees to it within two comparisons (RECONCILE_EVERY); if it stays, somebody else"
            + " writes into these lists.");
  }
}
