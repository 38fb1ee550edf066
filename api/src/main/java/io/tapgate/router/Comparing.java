package io.tapgate.router;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.TunnelAddress;
import io.tapgate.connection.Connection;
import io.tapgate.connection.Connections;
import io.tapgate.router.Difference.Banned;
import io.tapgate.router.Difference.Doubtful;
import io.tapgate.router.Difference.Kind;
import io.tapgate.router.Difference.Moved;
import io.tapgate.router.Difference.Stranger;
import io.tapgate.router.Difference.Unclaimed;
import io.tapgate.router.Difference.Unheard;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Compares a whole router with the record: one reading there, two statements here, however many are
 * dialled in. What differs is seen to one by one; what nothing on record speaks for goes at once.
 */
@Component
public class Comparing {
  private static final Logger log = LoggerFactory.getLogger(Comparing.class);

  private final Connections connections;
  private final BanEntries entries;
  private final NeverBan neverBan;
  private final PostOffice postOffice;
  private final Doubting doubting;
  private final ApplicationEventPublisher announce;

  Comparing(
      Connections connections,
      BanEntries entries,
      NeverBan neverBan,
      PostOffice postOffice,
      Doubting doubting,
      ApplicationEventPublisher announce) {
    this.connections = connections;
    this.entries = entries;
    this.neverBan = neverBan;
    this.postOffice = postOffice;
    this.doubting = doubting;
    this.announce = announce;
  }

  /** The record is read after the router: whatever was permitted meanwhile is on it. */
  public List<Difference> compare(Router router, RouterDoor door) {
    Overview seen = door.survey();
    Map<TunnelAddress, Connection> newest =
        connections.newest(router.id(), Comparison.listed(seen)).stream()
            .collect(Collectors.toMap(one -> one.dial().tunnel(), one -> one));
    Set<CallerAddress> keptOut =
        entries.keptOut(router.id()).stream()
            .filter(caller -> !neverBan.covers(caller))
            .collect(Collectors.toSet());
    return new Comparison(seen, newest, keptOut, postOffice.networks()).differences();
  }

  void correct(Router router, Difference difference, RouterDoor door, Notes notes) {
    log.warn(
        "router {} does not show what it should at {}: {}; it is seen to",
        router.name(),
        difference.where(),
        difference.kind().word());
    switch (difference) {
      case Doubtful(_, Connection connection) -> connections.owedAgain(connection.id());
      case Unheard(Session session) -> doubting.sessionUnheard(router, session, door, notes);
      case Unclaimed unclaimed -> takeAway(router, unclaimed, door);
      case Stranger _ -> door.clearStrangers();
      case Moved(var missing, var left) -> door.letThrough(missing, left);
      case Banned(Kind kind, CallerAddress caller) when kind == Kind.BAN_LEFT ->
          pardon(router, caller, door);
      case Banned(_, CallerAddress caller) -> entries.owedAgain(router.id(), caller);
    }
    announce.publishEvent(
        new Corrected(
            router,
            difference.kind().word(),
            difference.where(),
            !(difference instanceof Doubtful)));
  }

  /** Whoever was permitted there while we took it away is permitted again by their own try. */
  private void takeAway(Router router, Unclaimed unclaimed, RouterDoor door) {
    if (unclaimed.isUp()) {
      door.deny(unclaimed.address());
    } else {
      door.clear(unclaimed.address());
    }
    connections.newest(router.id(), Set.of(unclaimed.address())).stream()
        .filter(one -> one.dial().tunnel().equals(unclaimed.address()))
        .forEach(one -> connections.owedAgain(one.id()));
  }

  /** Whoever was banned meanwhile is kept out again by their own try. */
  private void pardon(Router router, CallerAddress caller, RouterDoor door) {
    door.pardon(caller);
    entries.owedAgain(router.id(), caller);
  }
}
