package io.tapgate.playground.router;

import io.tapgate.playground.router.device.Entry;
import io.tapgate.playground.router.device.ListAddress;
import io.tapgate.playground.router.device.ListNames;
import io.tapgate.playground.router.device.LogLine;
import io.tapgate.playground.router.device.RouterWeather;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.device.Tracked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The whole router at one moment.
 *
 * @param entries every entry of every list, of both families
 * @param log the last lines, the oldest first
 */
public record RouterView(
    Instant at,
    String identity,
    RouterVersion version,
    RouterWeather weather,
    ListNames lists,
    List<Session> sessions,
    List<Entry> entries,
    List<Tracked> connections,
    List<LogLine> log) {
  public RouterView {
    sessions = List.copyOf(sessions);
    entries = List.copyOf(entries);
    connections = List.copyOf(connections);
    log = List.copyOf(log);
  }

  public List<Entry> list(String name) {
    return entries.stream().filter(entry -> entry.list().equals(name)).toList();
  }

  public List<Entry> denied() {
    return list(lists.deny());
  }

  public List<Entry> permitted() {
    return list(lists.permit());
  }

  public List<Entry> banned() {
    return list(lists.ban());
  }

  /** Whether DENY holds this address. */
  public boolean denies(String address) {
    return holds(denied(), address);
  }

  /** Whether PERMIT holds this address. */
  public boolean permits(String address) {
    return holds(permitted(), address);
  }

  /** Whether BAN holds this address. */
  public boolean bans(String address) {
    return holds(banned(), address);
  }

  /** The sessions up under this account name. */
  public List<Session> sessionsOf(String account) {
    return sessions.stream().filter(one -> one.account().name().equals(account)).toList();
  }

  public Optional<Session> sessionOn(String tunnelAddress) {
    Optional<String> plain = ListAddress.plain(tunnelAddress);
    return sessions.stream().filter(one -> plain.equals(Optional.of(one.address()))).findFirst();
  }

  /** The tracked connections that have this address at either end. */
  public List<Tracked> connectionsOf(String address) {
    return connections.stream().filter(one -> one.touches(address)).toList();
  }

  private static boolean holds(List<Entry> entries, String address) {
    return entries.stream().anyMatch(entry -> entry.holds(address));
  }
}
