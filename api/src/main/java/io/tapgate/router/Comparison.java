package io.tapgate.router;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.Network;
import io.tapgate.address.TunnelAddress;
import io.tapgate.connection.Connection;
import io.tapgate.router.Difference.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a router shows, held against what is on record. Nothing is judged here for good: a
 * difference makes somebody look, and a look that finds nothing wrong does no harm.
 *
 * @param newest the newest connection on each tunnel address that is live or listed
 * @param postOffice where the sandbox should let people through
 * @param keptOut the callers whom bans in force keep out on this router
 */
record Comparison(
    Overview seen,
    Map<TunnelAddress, List<Session>> sessions,
    Map<TunnelAddress, Connection> newest,
    Set<CallerAddress> keptOut,
    PostOffice.Networks postOffice) {

  Comparison(
      Overview seen,
      Map<TunnelAddress, Connection> newest,
      Set<CallerAddress> keptOut,
      PostOffice.Networks postOffice) {
    this(seen, seen.byAddress(), Map.copyOf(newest), Set.copyOf(keptOut), postOffice);
  }

  /** Every address of which the router shows something that is ours to judge. */
  static Set<TunnelAddress> listed(Overview seen) {
    Set<TunnelAddress> all = new HashSet<>(seen.gated());
    all.addAll(seen.permitted().all());
    all.addAll(seen.denied().ours());
    return all;
  }

  List<Difference> differences() {
    List<Difference> all = new ArrayList<>();
    Set<TunnelAddress> addresses = listed(seen);
    addresses.addAll(newest.keySet());
    addresses.forEach(address -> at(address).ifPresent(all::add));
    seen.strangers().forEach(written -> all.add(new Difference.Stranger(written)));
    bans(all);
    moved().ifPresent(all::add);
    return all;
  }

  private Optional<Difference> at(TunnelAddress address) {
    Connection connection = newest.get(address);
    return connection == null
        ? atNobodys(address)
        : about(connection).map(kind -> new Difference.Doubtful(kind, connection));
  }

  /** What its driver has not brought about yet is on its way already. */
  private Optional<Kind> about(Connection connection) {
    if (!connection.isEnforced()) {
      return Optional.empty();
    }
    return switch (connection.state()) {
      case ASKED -> asked(connection);
      case CONFIRMED -> confirmed(connection);
      case REJECTED, EXPIRED, BANNED, ENDED -> over(connection.dial().tunnel());
    };
  }

  private Optional<Kind> asked(Connection connection) {
    TunnelAddress address = connection.dial().tunnel();
    if (!isUp(connection)) {
      return Optional.of(Kind.SESSION_GONE);
    }
    if (seen.permitted().has(address)) {
      return Optional.of(Kind.PERMIT_UNPROVEN);
    }
    return seen.denied().has(address) ? Optional.empty() : Optional.of(Kind.DENIAL_MISSING);
  }

  private Optional<Kind> confirmed(Connection connection) {
    TunnelAddress address = connection.dial().tunnel();
    if (!isUp(connection)) {
      return Optional.of(Kind.SESSION_GONE);
    }
    boolean isIn = seen.permitted().has(address) && !seen.denied().has(address);
    return isIn ? Optional.empty() : Optional.of(Kind.PERMIT_MISSING);
  }

  private Optional<Kind> over(TunnelAddress address) {
    if (seen.permitted().has(address)) {
      return Optional.of(Kind.PERMIT_UNPROVEN);
    }
    if (isUp(address)) {
      return seen.gated().contains(address)
          ? Optional.of(Kind.SESSION_UNREPORTED)
          : Optional.empty();
    }
    return seen.denied().ours().contains(address)
        ? Optional.of(Kind.DENIAL_LEFT)
        : Optional.empty();
  }

  private Optional<Difference> atNobodys(TunnelAddress address) {
    if (seen.permitted().has(address)) {
      return Optional.of(new Difference.Unclaimed(Kind.PERMIT_UNPROVEN, address, isUp(address)));
    }
    Optional<Session> up = at(sessions, address);
    if (up.isPresent()) {
      return up.map(Difference.Unheard::new);
    }
    return seen.denied().ours().contains(address)
        ? Optional.of(new Difference.Unclaimed(Kind.DENIAL_LEFT, address, false))
        : Optional.empty();
  }

  private static Optional<Session> at(
      Map<TunnelAddress, List<Session>> sessions, TunnelAddress address) {
    return sessions.getOrDefault(address, List.of()).stream().findFirst();
  }

  private void bans(List<Difference> all) {
    Set<CallerAddress> missing = new HashSet<>(keptOut);
    missing.removeAll(seen.banned().all());
    missing.forEach(caller -> all.add(new Difference.Banned(Kind.BAN_MISSING, caller)));
    Set<CallerAddress> left = new HashSet<>(seen.banned().ours());
    left.removeAll(keptOut);
    left.forEach(caller -> all.add(new Difference.Banned(Kind.BAN_LEFT, caller)));
  }

  /**
   * Where nobody ever wrote the networks down, no rule goes by them. What was true when this
   * Tapgate was made takes nothing away: an earlier one may have heard of more.
   */
  private Optional<Difference> moved() {
    Overview.Roll<Network> there = seen.postOffice();
    if (there.ours().isEmpty()) {
      return Optional.empty();
    }
    Set<Network> missing = new HashSet<>(postOffice.all());
    missing.removeAll(there.all());
    Set<Network> left = new HashSet<>(postOffice.published() ? there.ours() : Set.of());
    left.removeAll(postOffice.all());
    return missing.isEmpty() && left.isEmpty()
        ? Optional.empty()
        : Optional.of(new Difference.Moved(missing, left));
  }

  private boolean isUp(TunnelAddress address) {
    return sessions.containsKey(address);
  }

  /** Its own session, where that is known; which of several it is, its driver's try finds out. */
  private boolean isUp(Connection connection) {
    List<Session> there = sessions.getOrDefault(connection.dial().tunnel(), List.of());
    return connection
        .dial()
        .session()
        .map(id -> there.stream().anyMatch(session -> session.id().equals(id)))
        .orElse(!there.isEmpty());
  }
}
