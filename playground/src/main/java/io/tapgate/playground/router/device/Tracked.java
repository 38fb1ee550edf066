package io.tapgate.playground.router.device;

/** A connection that the firewall has seen and lets go on without asking again. */
public record Tracked(String id, Family family, String protocol, End from, End to) {

  /** One end of it. */
  public record End(String address, int port) {}

  /** Whether this address is at either end. */
  public boolean touches(String address) {
    return from.address().equals(address) || to.address().equals(address);
  }
}
