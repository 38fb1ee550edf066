package io.tapgate.router;

import io.tapgate.connection.Connections;
import io.tapgate.connection.ConnectionsChanged;
import io.tapgate.connection.RouterId;
import io.tapgate.driving.Claims;
import io.tapgate.driving.Driver;
import io.tapgate.driving.Lifeline;
import io.tapgate.driving.Node;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** One driver for each router, woken when something of it changed. */
@Component
class RouterDrivers implements SmartLifecycle, Conditions {
  private final Map<RouterId, Driven> driven = new ConcurrentHashMap<>();
  private final Routers routers;
  private final RouterDoors doors;
  private final Connections connections;
  private final BanEntries entries;
  private final Enforcing enforcing;
  private final Barring barring;
  private final Claims claims;
  private final Lifeline lifeline;
  private final Node node;
  private final ApplicationEventPublisher announce;
  private volatile boolean running;

  RouterDrivers(
      Routers routers,
      RouterDoors doors,
      Connections connections,
      BanEntries entries,
      Enforcing enforcing,
      Barring barring,
      Claims claims,
      Lifeline lifeline,
      Node node,
      ApplicationEventPublisher announce) {
    this.routers = routers;
    this.doors = doors;
    this.connections = connections;
    this.entries = entries;
    this.enforcing = enforcing;
    this.barring = barring;
    this.claims = claims;
    this.lifeline = lifeline;
    this.node = node;
    this.announce = announce;
  }

  /** A router, the way to it, and who walks that way. */
  record Driven(Router router, Doorway doorway, RouterRounds rounds, Driver driver) {
    Condition condition() {
      if (driver.isDriving()) {
        return driven();
      }
      return driver.isDrivenSomewhere()
          ? new Condition.DrivenElsewhere()
          : new Condition.Undriven();
    }

    private Condition driven() {
      Condition now = doorway.condition();
      return now instanceof Condition.Open && rounds.sideBySide() < Appetite.MOST / 2
          ? new Condition.Slow(rounds.sideBySide())
          : now;
    }

    void close() {
      driver.close();
      doorway.close();
    }
  }

  @TransactionalEventListener
  void on(ConnectionsChanged changed) {
    switch (changed.what()) {
      case MOVED, REPEATED ->
          changed.connections().stream()
              .map(one -> one.dial().router())
              .distinct()
              .forEach(this::call);
      case ENFORCED, OVERDUE -> {}
    }
  }

  @TransactionalEventListener
  void on(BanEntriesOwed owed) {
    owed.routers().forEach(this::call);
  }

  @Override
  public Map<String, Condition> now() {
    return driven.values().stream()
        .collect(Collectors.toMap(one -> one.router().name(), Driven::condition));
  }

  @Override
  public int sideBySide(String router) {
    return driven.values().stream()
        .filter(one -> one.router().name().equals(router))
        .mapToInt(one -> one.rounds().sideBySide())
        .findFirst()
        .orElse(0);
  }

  @Override
  public void start() {
    running = true;
    routers.all().forEach(router -> driven.put(router.id(), drive(router)));
  }

  @Override
  public void stop() {
    running = false;
    driven.values().forEach(Driven::close);
    driven.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private Driven drive(Router router) {
    Runnable wake = () -> wake(router.id());
    Doorway doorway =
        new Doorway(
            router,
            doors,
            System::nanoTime,
            wake,
            trouble -> announce.publishEvent(new RouterFailed(router.name(), trouble)));
    RouterRounds rounds =
        new RouterRounds(
            router,
            doorway,
            connections,
            entries,
            enforcing,
            barring,
            announce,
            wake,
            new Appetite(System::nanoTime));
    Driver driver =
        new Driver("router " + router.id().value(), node.name(), claims, lifeline, rounds);
    driver.start();
    return new Driven(router, doorway, rounds, driver);
  }

  private void call(RouterId router) {
    Driven one = driven.get(router);
    if (one != null) {
      one.driver().call();
    }
  }

  private void wake(RouterId router) {
    Driven one = driven.get(router);
    if (one != null) {
      one.driver().wake();
    }
  }
}
