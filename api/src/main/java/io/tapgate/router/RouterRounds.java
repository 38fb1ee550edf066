package io.tapgate.router;

import io.tapgate.address.CallerAddress;
import io.tapgate.connection.Connection;
import io.tapgate.connection.Connections;
import io.tapgate.driving.Driver;
import io.tapgate.driving.Held;
import io.tapgate.driving.Mishap;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The rounds of one router's driver: everything owed to it is started side by side, but one address
 * at a time, so that two tries never pull at the same entry, and no more at once than the router
 * has an appetite for. A round waits for nothing.
 */
final class RouterRounds implements Driver.Round {
  private static final Logger log = LoggerFactory.getLogger(RouterRounds.class);
  static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Router router;
  private final Doorway doorway;
  private final Connections connections;
  private final BanEntries entries;
  private final Enforcing enforcing;
  private final Barring barring;
  private final Patrol patrol;
  private final ApplicationEventPublisher announce;
  private final Runnable wake;
  private final Appetite appetite;
  private final Executor background;
  private final Unwritten unwritten;
  private final Set<Object> busy = ConcurrentHashMap.newKeySet();
  private @Nullable RouterDoor known;

  RouterRounds(
      Router router,
      Doorway doorway,
      Connections connections,
      BanEntries entries,
      Enforcing enforcing,
      Barring barring,
      Patrol patrol,
      ApplicationEventPublisher announce,
      Runnable wake,
      Appetite appetite) {
    this(
        router,
        doorway,
        connections,
        entries,
        enforcing,
        barring,
        patrol,
        announce,
        wake,
        appetite,
        Thread::startVirtualThread);
  }

  RouterRounds(
      Router router,
      Doorway doorway,
      Connections connections,
      BanEntries entries,
      Enforcing enforcing,
      Barring barring,
      Patrol patrol,
      ApplicationEventPublisher announce,
      Runnable wake,
      Appetite appetite,
      Executor background) {
    this.router = router;
    this.doorway = doorway;
    this.connections = connections;
    this.entries = entries;
    this.enforcing = enforcing;
    this.barring = barring;
    this.patrol = patrol;
    this.announce = announce;
    this.wake = wake;
    this.appetite = appetite;
    this.background = background;
    this.unwritten = new Unwritten(connections);
  }

  @Override
  public Duration drive(Held claim) {
    doorway.door().ifPresent(door -> drive(claim, door));
    return doorway.untilNextTry();
  }

  /** What could not be written while we drove is told to whoever drives by now. */
  @Override
  public void leave() {
    doorway.shut();
    unwritten.handOver();
  }

  /** What is under way is still owed, so more is read than may begin. */
  private void drive(Held claim, RouterDoor door) {
    meet(door);
    unwritten.putOff(claim.claim());
    int most = sideBySide();
    if (busy.size() >= most) {
      return;
    }
    if (patrol.isDue()) {
      start(patrol, () -> goRound(door, claim));
    }
    for (Connection owed : connections.owed(router.id(), most)) {
      start(owed.dial().tunnel(), () -> enforce(new Attempt(owed, door, claim)));
    }
    for (CallerAddress caller : entries.owed(router.id(), most)) {
      start(caller, () -> bar(caller, door, claim));
    }
  }

  /**
   * Behind a door that was opened anew stands a router that may have been rebooted: sessions and
   * timed entries are gone then, bans with them, and nobody tells us. So it is compared as a whole,
   * and what waits for a later try waits no longer.
   */
  private void meet(RouterDoor door) {
    if (!door.equals(known)) {
      patrol.soon();
      connections.lookAgain(router.id());
      entries.lookAgain(router.id());
      known = door;
    }
  }

  /** Whether no try is under way. */
  boolean isIdle() {
    return busy.isEmpty();
  }

  /** How many tries the router is given side by side just now. */
  int sideBySide() {
    return appetite.size();
  }

  private void start(Object address, BooleanSupplier attempt) {
    if (busy.size() >= sideBySide() || !busy.add(address)) {
      return;
    }
    try {
      background.execute(() -> run(address, attempt));
    } catch (RuntimeException | Error unstarted) {
      busy.remove(address);
      throw unstarted;
    }
  }

  /**
   * A try that is over wakes the driver, as more may be owed. One whose outcome could not be
   * written does not: its row is still due, and the driver's next sweep is soon enough.
   */
  private void run(Object address, BooleanSupplier attempt) {
    Thread.currentThread().setName(router.name() + " " + address);
    boolean written = false;
    try {
      written = attempt.getAsBoolean();
    } finally {
      busy.remove(address);
      if (written) {
        wake.run();
      }
    }
  }

  private boolean goRound(RouterDoor door, Held claim) {
    try {
      fed(() -> patrol.walk(door, claim));
      announce.publishEvent(new RouterCompared(router));
      return true;
    } catch (RuntimeException trouble) {
      log.warn(
          "router {} was not compared with the record and is tried again: {}",
          router.name(),
          new Mishap(trouble));
      announce.publishEvent(new RouterFailed(router.name(), trouble));
      return false;
    }
  }

  private boolean enforce(Attempt attempt) {
    try (var _ = MDC.putCloseable("connection", attempt.read().id().toString())) {
      boolean written = tried(attempt);
      return attempt.claim().holds() ? written : handOver(attempt.read());
    }
  }

  /**
   * The claim ended during the try: what was said last may have undone the work of whoever drives
   * by now, so they are to look again. This driver is not woken: if it drives still, its next sweep
   * is soon enough.
   */
  private boolean handOver(Connection read) {
    unwritten.keep(read, "the claim on the router ended during the try");
    boolean _ = unwritten.handOver(read);
    return false;
  }

  /** What the try shows of the router is remembered, whatever becomes of it. */
  private void fed(Runnable attempt) {
    Appetite.Bite bite = appetite.begin();
    try {
      attempt.run();
      appetite.answered(bite);
    } catch (RouterTrouble.Silent silent) {
      appetite.silent(bite);
      throw silent;
    } catch (RouterTrouble.Refused refused) {
      appetite.answered(bite);
      throw refused;
    }
  }

  private boolean tried(Attempt attempt) {
    Connection read = attempt.read();
    try {
      fed(() -> enforcing.enforce(attempt));
      return true;
    } catch (RuntimeException trouble) {
      String why = new Mishap(trouble).toString();
      log.warn(
          "router {} was not made to show {} for {} and is tried again: {}",
          router.name(),
          read.state(),
          attempt.address(),
          why);
      announce.publishEvent(new RouterFailed(router.name(), trouble));
      unwritten.keep(read, why);
      return putOff(attempt.address(), () -> unwritten.putOff(read, why, attempt.claim().claim()));
    }
  }

  private boolean bar(CallerAddress caller, RouterDoor door, Held claim) {
    boolean written = barred(caller, door, claim);
    return claim.holds() ? written : handOver(caller);
  }

  /** The same for a caller; what cannot be written then waits until the router is met anew. */
  private boolean handOver(CallerAddress caller) {
    try {
      entries.owedAgain(router.id(), caller);
    } catch (RuntimeException trouble) {
      log.debug("caller {} could not be handed over: {}", caller, new Mishap(trouble));
    }
    return false;
  }

  private boolean barred(CallerAddress caller, RouterDoor door, Held claim) {
    try {
      fed(() -> barring.bar(router.id(), caller, door, claim));
      return true;
    } catch (RuntimeException trouble) {
      log.warn(
          "router {} was not made to keep {} as its bans say and is tried again: {}",
          router.name(),
          caller,
          new Mishap(trouble));
      announce.publishEvent(new RouterFailed(router.name(), trouble));
      return putOff(
          caller,
          () -> entries.putOff(router.id(), caller, claim.claim(), FIRST_PAUSE, LONGEST_PAUSE));
    }
  }

  /** Whether it could be written; that nothing was, because the row changed meanwhile, is fine. */
  private boolean putOff(Object address, Runnable writing) {
    try {
      writing.run();
      return true;
    } catch (RuntimeException trouble) {
      log.warn(
          "router {}: the try for {} could not be put off and comes again with the next sweep: {}",
          router.name(),
          address,
          new Mishap(trouble));
      return false;
    }
  }
}
