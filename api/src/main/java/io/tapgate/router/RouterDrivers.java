package io.tapgate.router;

import io.tapgate.connection.Connections;
import io.tapgate.connection.ConnectionsChanged;
import io.tapgate.connection.RouterId;
import io.tapgate.driving.Claims;
import io.tapgate.driving.Driver;
import io.tapgate.driving.Lifeline;
import io.tapgate.driving.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * One driver for each router, woken when something of it changed. Routers come and go: only those
 * that did are started and stopped.
 */
@Component
class RouterDrivers implements SmartLifecycle, Conditions {
  private final Map<RouterId, DrivenRouter> driven = new ConcurrentHashMap<>();
  private final Routers routers;
  private final RouterDoors doors;
  private final Connections connections;
  private final BanEntries entries;
  private final Enforcing enforcing;
  private final Barring barring;
  private final Comparing comparing;
  private final RouterSettings settings;
  private final KeepingInTouch inTouch;
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
      Comparing comparing,
      RouterSettings settings,
      KeepingInTouch inTouch,
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
    this.comparing = comparing;
    this.settings = settings;
    this.inTouch = inTouch;
    this.claims = claims;
    this.lifeline = lifeline;
    this.node = node;
    this.announce = announce;
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
    Map<String, Condition> now = new HashMap<>();
    routers.now().locked().forEach(name -> now.put(name, new Condition.Locked()));
    routers.now().disabled().forEach(name -> now.put(name, new Condition.Disabled()));
    driven.values().forEach(one -> now.put(one.router().name(), one.condition()));
    return now;
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
  public synchronized void start() {
    running = true;
    follow();
  }

  @Override
  public synchronized void stop() {
    running = false;
    driven.values().forEach(DrivenRouter::close);
    driven.clear();
  }

  /**
   * Stops what is gone, starts what is new. One that is not what it was is both: its next driver
   * has a claim of its own, so nothing the last one still does is written down.
   */
  synchronized void follow() {
    if (!running) {
      return;
    }
    Map<RouterId, Router> wanted =
        routers.all().stream().collect(Collectors.toMap(Router::id, Function.identity()));
    driven.values().stream()
        .filter(one -> !one.router().equals(wanted.get(one.router().id())))
        .toList()
        .forEach(this::letGo);
    wanted.values().stream().filter(one -> !driven.containsKey(one.id())).forEach(this::takeUp);
  }

  private void takeUp(Router router) {
    driven.put(router.id(), drive(router));
    announce.publishEvent(new RouterTakenUp(router.name()));
  }

  private void letGo(DrivenRouter gone) {
    driven.remove(gone.router().id());
    gone.close();
    announce.publishEvent(new RouterLetGo(gone.router().name()));
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private DrivenRouter drive(Router router) {
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
            new Patrol(router, comparing, settings.compareEvery(), System::nanoTime),
            announce,
            wake,
            new Appetite(System::nanoTime));
    Observing observed =
        new Observing(router.id(), rounds, doorway::answers, inTouch, System::nanoTime);
    Driver driver =
        new Driver("router " + router.id().value(), node.name(), claims, lifeline, observed);
    driver.start();
    return new DrivenRouter(router, doorway, rounds, driver);
  }

  private void call(RouterId router) {
    DrivenRouter one = driven.get(router);
    if (one != null) {
      one.driver().call();
    }
  }

  private void wake(RouterId router) {
    DrivenRouter one = driven.get(router);
    if (one != null) {
      one.driver().wake();
    }
  }
}
