package io.tapgate.playground.router;

import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.scripts.Report;
import java.util.concurrent.CompletableFuture;

/** What came of dialling in. */
public sealed interface Dialled {

  /**
   * The session is up, and the on-up script of its profile, if there is one, has done what it does
   * before it waits for the outside.
   *
   * @param report what becomes of the script's report; nobody has to wait for it
   */
  record Up(Session session, CompletableFuture<Report> report) implements Dialled {}

  /** The router did not let the caller in, and told nobody. */
  record Refused(String why) implements Dialled {}

  /** The session, where the test or the page takes success for granted. */
  default Session session() {
    return switch (this) {
      case Up up -> up.session();
      case Refused refused -> throw new IllegalStateException("not dialled in: " + refused.why());
    };
  }
}
