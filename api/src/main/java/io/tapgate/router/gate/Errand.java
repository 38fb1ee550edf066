package io.tapgate.router.gate;

import io.tapgate.router.Router;
import io.tapgate.router.Trust;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an admin wants a router to be visited for, and how it is to be reached.
 *
 * @param name what Tapgate calls it; empty: as it calls itself, or as it is called already
 * @param admin a login of the admin's own, for this one visit
 * @param anywhere whether it may be where Tapgate otherwise calls nobody
 * @param profiles whose clients stand before the gate; empty: all that dial in
 * @param reports where it is to report to; empty: as the settings say
 * @param tapgate where Tapgate comes from; empty: as the router sees it
 * @param takeOver the accounts whose sessions stay up, as if they had been confirmed
 * @param agreed the mark of the plan that is agreed to; empty: to whatever it is
 */
public record Errand(
    Optional<String> name,
    String host,
    int port,
    Trust trust,
    Router.Login admin,
    boolean anywhere,
    List<String> profiles,
    Optional<String> reports,
    Optional<String> tapgate,
    Set<String> takeOver,
    Optional<String> agreed) {
  public Errand {
    profiles = List.copyOf(profiles);
    takeOver = Set.copyOf(takeOver);
  }
}
