package io.tapgate.playground.router.device;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of an address list.
 *
 * @param address in the router's normal form
 * @param until when it goes by itself; empty: it stays
 * @param dynamic kept in memory only: gone after a reboot
 * @param comment empty when it has none
 */
public record Entry(
    String id,
    Family family,
    String list,
    String address,
    Optional<Instant> until,
    boolean dynamic,
    boolean disabled,
    String comment,
    Instant created) {

  /** How long it still stands; empty when it stays. Never negative. */
  public Optional<Duration> left(Instant now) {
    return until.map(end -> end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO);
  }

  /** Whether the firewall would match this address by this entry. */
  public boolean holds(String oneAddress) {
    return !disabled && ListAddress.holds(family, address, oneAddress);
  }

  Key key() {
    return new Key(list, address);
  }

  /** What may be there only once. */
  record Key(String list, String address) {}
}
