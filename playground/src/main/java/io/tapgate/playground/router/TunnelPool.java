package io.tapgate.playground.router;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * The tunnel addresses the router hands out, from the first to the last one. The lowest free one
 * goes first, so an address that was given back is soon in use again.
 */
public record TunnelPool(String first, String last) {
  public TunnelPool {
    if (number(first) > number(last)) {
      throw new IllegalArgumentException(first + " comes after " + last);
    }
  }

  Optional<String> free(Set<String> taken) {
    for (long at = number(first); at <= number(last); at++) {
      String address = text(at);
      if (!taken.contains(address)) {
        return Optional.of(address);
      }
    }
    return Optional.empty();
  }

  private static long number(String address) {
    return Integer.toUnsignedLong(
        ByteBuffer.wrap(InetAddress.ofLiteral(address).getAddress()).getInt());
  }

  private static String text(long number) {
    return (number >> 24)
        + "."
        + (number >> 16 & 255)
        + "."
        + (number >> 8 & 255)
        + "."
        + (number & 255);
  }
}
