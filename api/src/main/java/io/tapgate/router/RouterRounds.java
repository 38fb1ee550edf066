package io.tapgate.router;

import io.tapgate.address.CallerAddress;
import io.tapgate.connection.Connection;
import io.tapgate.connection.Connections;
import io.tapgate.driving.Driver;
import io.tapgate.driving.Held;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;

/**
 * The rounds of one router's driver: everything owed to it is started side by side, but one address
 * at a time, so that two tries never pull at the same entry. A round waits for nothing.
 */
final class RouterRounds implements Driver.Round {
  private static final Logger log = LoggerFactory.getLogger(RouterRounds.class);
  private static final int SIDE_BY_SIDE = 64;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Router router;
  private final Doorway doorway;
  private final Connections connections;
  private final BanEntries entries;
  private final Enforcing enforcing;
  private final Barring barring;
  private final ApplicationEventPublisher announce;
  private final Runnable wake;
  private final Set<Object> busy = ConcurrentHashMap.newKeySet();

  RouterRounds(
      Router router,
      Doorway doorway,
      Connections connections,
      BanEntries entries,
      Enforcing enforcing,
      Barring barring,
      ApplicationEventPublisher announce,
      Runnable wake) {
    this.router = router;
    this.doorway = doorway;
    this.connections = connections;
    this.entries = entries;
    this.enforcing = enforcing;
    this.barring = barring;
    this.announce = announce;
    this.wake = wake;
  }

  @Override
  public Duration drive(Held claim) {
    doorway.door().ifPresent(door -> drive(claim, door));
    return doorway.untilNextTry();
  }

  private void drive(Held claim, RouterDoor door) {
    for (Connection owed : connections.owed(router.id(), SIDE_BY_SIDE)) {
      start(owed.dial().tunnel(), () -> enforce(new Attempt(owed, door, claim)));
    }
    for (CallerAddress caller : entries.owed(router.id(), SIDE_BY_SIDE)) {
      start(caller, () -> bar(caller, door, claim));
    }
  }

  private void start(Object address, Runnable attempt) {
    if (busy.size() >= SIDE_BY_SIDE || !busy.add(address)) {
      return;
    }
    Thread.ofVirtual()
        .name(router.name() + " " + address)
        .start(() -> {
          try {
            attempt.run();
          } finally {
            busy.remove(address);
            wake.run();
          }
        });
  }

  private void enforce(Attempt attempt) {
    Connection read = attempt.read();
    try (var _ = MDC.putCloseable("connection", read.id().toString())) {
      enforcing.enforce(attempt);
    } catch (RuntimeException trouble) {
      log.warn(
          "router {} was not made to show {} for {} and is tried again: {}",
          router.name(),
          read.state(),
          attempt.address(),
          trouble.toString());
      announce.publishEvent(new RouterFailed(router.name(), trouble));
      connections.putOff(read, attempt.claim().claim(), FIRST_PAUSE, LONGEST_PAUSE);
    }
  }

  private void bar(CallerAddress caller, RouterDoor door, Held claim) {
    try {
      barring.bar(router.id(), caller, door, claim);
    } catch (RuntimeException trouble) {
      log.warn(
          "router {} was not made to keep {} as its bans say and is tried again: {}",
          router.name(),
          caller,
          trouble.toString());
      announce.publishEvent(new RouterFailed(router.name(), trouble));
      entries.putOff(router.id(), caller, claim.claim(), FIRST_PAUSE, LONGEST_PAUSE);
    }
  }
}
