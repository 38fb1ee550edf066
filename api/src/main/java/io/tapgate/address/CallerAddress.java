package io.tapgate.address;

import java.net.Inet6Address;
import java.net.InetAddress;

/** The address a client calls from, outside the VPN. The ban list holds it. */
public record CallerAddress(InetAddress value) {
  public static CallerAddress parse(String text) {
    return new CallerAddress(Literal.parse(text));
  }

  /** As a router reports it: one that a client can have. */
  public static CallerAddress reported(String text) {
    return new CallerAddress(Literal.parseSomebodys(text));
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
