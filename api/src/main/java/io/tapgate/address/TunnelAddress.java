package io.tapgate.address;

import java.net.Inet6Address;
import java.net.InetAddress;

/** The address a client has inside the VPN. The deny and the permit list hold it. */
public record TunnelAddress(InetAddress value) {
  public static TunnelAddress parse(String text) {
    return new TunnelAddress(Literal.parse(text));
  }

  /** As a router reports it: one that a client can have. */
  public static TunnelAddress reported(String text) {
    return new TunnelAddress(Literal.parseSomebodys(text));
  }

  public boolean isSix() {
    return value instanceof Inet6Address;
  }

  /** The normal form: the only spelling that is compared, stored or sent. */
  @Override
  public String toString() {
    return Literal.print(value);
  }
}
