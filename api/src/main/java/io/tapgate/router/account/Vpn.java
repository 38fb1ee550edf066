package io.tapgate.router.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of VPN that an account may be good for. */
public enum Vpn {
  ANY,
  L2TP,
  SSTP,
  OVPN,
  PPTP,
  PPPOE;

  public static Vpn read(String text) {
    return Arrays.stream(values())
        .filter(one -> one.toString().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("write one of " + all()));
  }

  private static String all() {
    return Arrays.stream(values()).map(Vpn::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
