package io.tapgate.router;

import io.tapgate.address.Caller;
import io.tapgate.address.CallerAddress;
import io.tapgate.client.BansLifted;
import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionsChanged;
import io.tapgate.connection.RouterId;
import io.tapgate.connection.State;
import io.tapgate.driving.Held;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps banned callers out at the router. An address stands in BAN while any ban in force names it;
 * addresses that must never be locked out are banned by account alone.
 */
@Component
class Barring {
  private final BanEntries entries;
  private final NeverBan neverBan;
  private final ApplicationEventPublisher announce;
  private final Map<RouterId, Turns> turns = new ConcurrentHashMap<>();

  Barring(BanEntries entries, NeverBan neverBan, ApplicationEventPublisher announce) {
    this.entries = entries;
    this.neverBan = neverBan;
    this.announce = announce;
  }

  /** In the transaction that banned: the address is owed to the router from then on. */
  @EventListener
  void on(ConnectionsChanged changed) {
    if (changed.what() != ConnectionsChanged.What.MOVED) {
      return;
    }
    changed.connections().stream()
        .filter(one -> one.state() == State.BANNED || one.state() == State.REJECTED)
        .forEach(one -> bannable(one).ifPresent(caller -> enter(one, caller)));
  }

  /** In the transaction that lifted: the addresses are to be let go. */
  @EventListener
  void on(BansLifted lifted) {
    Set<RouterId> routers = entries.lifted(lifted.bans());
    if (!routers.isEmpty()) {
      announce.publishEvent(new BanEntriesOwed(routers));
    }
  }

  void bar(Attempt attempt) {
    Connection read = attempt.read();
    bannable(read)
        .ifPresent(caller -> bar(read.dial().router(), caller, attempt.door(), attempt.claim()));
  }

  /** One at a time for a caller: of two who looked at different bans, the later must win. */
  void bar(RouterId router, CallerAddress caller, RouterDoor door, Held claim) {
    ReentrantLock turn = turns.computeIfAbsent(router, _ -> new Turns()).of(caller);
    turn.lock();
    try {
      BanEntries.Keeping keeping = entries.keeping(router, caller);
      if (!claim.holds()) {
        throw RouterTrouble.Refused.drivenElsewhere();
      }
      show(keeping, caller, door);
      entries.enforced(router, caller, keeping, claim.claim());
    } finally {
      turn.unlock();
    }
  }

  /** An address that was named in NEVER_BAN after its ban is let dial in again. */
  private void show(BanEntries.Keeping keeping, CallerAddress caller, RouterDoor door) {
    switch (keeping) {
      case BanEntries.Keeping.Out(_, var span) when !neverBan.covers(caller) ->
          door.ban(caller, span);
      case BanEntries.Keeping.Out _ -> door.pardon(caller);
      case BanEntries.Keeping.Free _ -> door.pardon(caller);
    }
  }

  private void enter(Connection connection, CallerAddress caller) {
    entries.enter(connection.client(), connection.dial().router(), caller);
  }

  private Optional<CallerAddress> bannable(Connection connection) {
    Caller caller = connection.dial().caller();
    return caller.bannable().filter(address -> !neverBan.covers(address));
  }

  /** One router's: a turn lasts while it is spoken to, and a silent one is to hold up no other. */
  private static final class Turns {
    private final ReentrantLock[] locks =
        Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    ReentrantLock of(CallerAddress caller) {
      return locks[Math.floorMod(caller.hashCode(), locks.length)];
    }
  }
}
