package io.tapgate.router;

import io.tapgate.driving.Held;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Goes round a whole router now and then, and whenever it is met anew: reports get lost, routers
 * forget, and other hands write into their lists.
 *
 * <p>What is on an address that a connection is on record of, that connection's own try judges,
 * with a second reading where it takes one. A session on an address that nobody ever had is asked
 * about when a second round lists it still: its report may be on the way.
 */
class Patrol {
  private static final Duration SECOND_READING = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final Router router;
  private final Comparing comparing;
  private final Duration interval;
  private final LongSupplier steady;
  private Set<Session.Named> unheard = Set.of();
  private long due;
  private int failures;

  Patrol(Router router, Comparing comparing, Duration interval, LongSupplier steady) {
    this.router = router;
    this.comparing = comparing;
    this.interval = interval;
    this.steady = steady;
    this.due = steady.getAsLong();
  }

  /** Somebody else may have been at the router, or it may have forgotten. */
  synchronized void soon() {
    due = steady.getAsLong();
  }

  synchronized boolean isDue() {
    return steady.getAsLong() - due >= 0;
  }

  /** One round. Fails as the router does; then the next one comes sooner. */
  void walk(RouterDoor door, Held claim) {
    try {
      next(round(door, claim));
    } catch (RuntimeException trouble) {
      failed();
      throw trouble;
    }
  }

  /**
   * Whether another round should follow at once. What the router refuses to have put right keeps
   * nothing else from being seen to.
   */
  private boolean round(RouterDoor door, Held claim) {
    List<Difference> found = comparing.compare(router, door);
    List<RouterTrouble.Refused> refused = new ArrayList<>();
    Notes notes = new Notes(door);
    Set<Session.Named> now = new HashSet<>();
    for (Difference one : found) {
      if (!claim.holds()) {
        throw RouterTrouble.Refused.drivenElsewhere();
      }
      if (one instanceof Difference.Unheard(Session session) && !wasUnheard(session)) {
        now.add(session.named());
      } else {
        correct(one, door, notes).ifPresent(refused::add);
      }
    }
    remember(now);
    if (!refused.isEmpty()) {
      throw refused.getFirst();
    }
    return !now.isEmpty();
  }

  private Optional<RouterTrouble.Refused> correct(Difference one, RouterDoor door, Notes notes) {
    try {
      comparing.correct(router, one, door, notes);
      return Optional.empty();
    } catch (RouterTrouble.Refused no) {
      return Optional.of(no);
    }
  }

  private synchronized boolean wasUnheard(Session session) {
    return unheard.contains(session.named());
  }

  private synchronized void remember(Set<Session.Named> now) {
    unheard = Set.copyOf(now);
  }

  private synchronized void next(boolean atOnce) {
    failures = 0;
    due = steady.getAsLong() + (atOnce ? SECOND_READING : interval).toNanos();
  }

  private synchronized void failed() {
    long pause = FIRST_PAUSE.toNanos() << Math.min(failures, 6);
    failures++;
    due = steady.getAsLong() + Math.min(pause, interval.toNanos());
  }
}
