package io.tapgate.router.routeros;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.TunnelAddress;
import java.net.InetAddress;

/**
 * One address as the router's lists and tables hold it: which menus it belongs to and how it is
 * spelled there.
 */
record ListedAddress(InetAddress value, String text, boolean isSix) {
  static final String FOUR = "/ip/firewall/address-list";
  static final String SIX = "/ipv6/firewall/address-list";

  static ListedAddress of(TunnelAddress address) {
    return new ListedAddress(address.value(), address.toString(), address.isSix());
  }

  static ListedAddress of(CallerAddress address) {
    return new ListedAddress(address.value(), address.toString(), address.isSix());
  }

  String listMenu() {
    return isSix ? SIX : FOUR;
  }

  String connectionMenu() {
    return isSix ? "/ipv6/firewall/connection" : "/ip/firewall/connection";
  }

  /** With its prefix, as every version can read it; the router itself drops the one of IPv4. */
  String prefixed() {
    return text + (isSix ? "/128" : "/32");
  }

  /** How the lists want it written. */
  String written() {
    return isSix ? prefixed() : text;
  }

  /** Whether a listed text is this address: bare, or with the prefix of a single address. */
  boolean isSpelled(String listed) {
    String prefix = isSix ? "/128" : "/32";
    return isBare(listed.endsWith(prefix) ? cut(listed, listed.lastIndexOf('/')) : listed);
  }

  /**
   * Whether one end of a tracked connection is at this address. Ends carry ports in several forms:
   * {@code 10.0.0.5:53}, {@code [2001:db8::5]:53}, {@code 2001:db8::5/128:53}. Of a form that can
   * be read in two ways both count: to cut one connection too many does no harm.
   */
  boolean isEnd(String end) {
    if (end.startsWith("[") && end.indexOf(']') > 0) {
      return isSpelled(end.substring(1, end.indexOf(']')));
    }
    int slash = end.indexOf('/');
    if (slash >= 0) {
      return isBare(cut(end, slash));
    }
    int colon = end.lastIndexOf(':');
    return isBare(end) || (colon > 0 && isBare(cut(end, colon)));
  }

  private static String cut(String text, int at) {
    return text.substring(0, at);
  }

  private boolean isBare(String listed) {
    return listed.equals(text) || (isSix && listed.indexOf(':') >= 0 && isSame(listed));
  }

  private boolean isSame(String listed) {
    try {
      return InetAddress.ofLiteral(listed).equals(value);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
