package io.tapgate.router.gate;

import io.tapgate.connection.RouterId;
import io.tapgate.doors.DoorSettings;
import io.tapgate.router.HookToken;
import io.tapgate.router.Router;
import io.tapgate.router.RouterDoor;
import io.tapgate.router.RouterDoors;
import io.tapgate.router.RouterRecord;
import io.tapgate.router.RouterRecords;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Routers;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What is on record of a router that is visited, and whether the router is still as that says. */
@Component
class Known {
  private final RouterRecords records;
  private final Routers routers;
  private final RouterDoors doors;
  private final DoorSettings settings;

  Known(RouterRecords records, Routers routers, RouterDoors doors, DoorSettings settings) {
    this.records = records;
    this.routers = routers;
    this.doors = doors;
    this.settings = settings;
  }

  /** By its name, else by where it is. */
  Optional<RouterRecord> find(Optional<String> name, String host, int port) {
    return name.isPresent()
        ? first(one -> one.particulars().name().equals(name.get()))
        : first(one -> isAt(one, host) && one.particulars().port() == port);
  }

  /** One that was met by another port of the same host. */
  Optional<RouterRecord> called(String name, String host) {
    return first(one -> isAt(one, host) && one.particulars().name().equals(name));
  }

  boolean isCalled(String name) {
    return first(one -> one.particulars().name().equals(name)).isPresent();
  }

  /** What those are called that are on record there, whatever their port. */
  List<String> at(String host) {
    return records.all().stream()
        .filter(one -> isAt(one, host))
        .map(one -> one.particulars().name())
        .toList();
  }

  static boolean isAt(RouterRecord router, String host) {
    return router.particulars().host().equalsIgnoreCase(host);
  }

  private Optional<RouterRecord> first(Predicate<RouterRecord> which) {
    return records.all().stream().filter(which).findFirst();
  }

  /** The token its scripts should show: the one they do, where it is the right one. */
  HookToken token(Optional<RouterRecord> router, List<HookToken> there) {
    if (router.filter(RouterRecord::fromEnvironment).isPresent()) {
      return new HookToken(settings.hookToken());
    }
    return router
        .flatMap(known ->
            there.stream().filter(one -> records.isShown(known.id(), one.digest())).findFirst())
        .orElseGet(HookToken::fresh);
  }

  boolean isShown(RouterId router, HookToken token) {
    return records.isShown(router, token.digest());
  }

  /** As Tapgate logs in there; empty: it has no password that could be read. */
  Optional<Router> driven(RouterRecord router) {
    return routers.now().driven().stream().filter(one -> one.id().equals(router.id())).findFirst();
  }

  boolean letsIn(Router router) {
    try (RouterDoor door = doors.open(router)) {
      return door.isOpen();
    } catch (RouterTrouble _) {
      return false;
    }
  }

  /** Throws as the door does. */
  void tryOut(Router router) {
    doors.open(router).close();
  }
}
