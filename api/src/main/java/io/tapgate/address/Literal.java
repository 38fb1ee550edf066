package io.tapgate.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.StringJoiner;

/** The one spelling of an address: dotted quads, or RFC 5952 for IPv6. */
final class Literal {
  private static final int LONGEST = 45;

  private Literal() {}

  /** Reads an IP literal. A host name, a prefix, a zone or a spelling such as 10.1 is refused. */
  static InetAddress parse(String text) {
    if (text.length() > LONGEST || !text.matches("[0-9A-Fa-f:.]+")) {
      throw notAnAddress(text);
    }
    InetAddress address = literal(text);
    boolean isFour = !(address instanceof Inet6Address);
    if (isFour && !address.getHostAddress().equals(text)) {
      throw notAnAddress(text);
    }
    return address;
  }

  /** One that somebody can have: nobody's own and everybody's are refused. */
  static InetAddress parseSomebodys(String text) {
    InetAddress address = parse(text);
    if (address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || text.equals("255.255.255.255")) {
      throw new IllegalArgumentException("\"" + text + "\" is an address that no client can have");
    }
    return address;
  }

  static String print(InetAddress address) {
    return address instanceof Inet6Address six ? compressed(six) : address.getHostAddress();
  }

  private static InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException _) {
      throw notAnAddress(text);
    }
  }

  private static String compressed(Inet6Address address) {
    int[] groups = groups(address.getAddress());
    int start = 0;
    int length = 0;
    for (int from = 0; from < groups.length; from++) {
      int run = zerosFrom(groups, from);
      if (run > length) {
        start = from;
        length = run;
      }
    }
    if (length < 2) {
      return joined(groups, 0, groups.length);
    }
    return joined(groups, 0, start) + "::" + joined(groups, start + length, groups.length);
  }

  private static int[] groups(byte[] bytes) {
    int[] groups = new int[bytes.length / 2];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
    }
    return groups;
  }

  private static int zerosFrom(int[] groups, int from) {
    int to = from;
    while (to < groups.length && groups[to] == 0) {
      to++;
    }
    return to - from;
  }

  private static String joined(int[] groups, int from, int to) {
    StringJoiner text = new StringJoiner(":");
    for (int i = from; i < to; i++) {
      text.add(Integer.toHexString(groups[i]).toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }

  private static IllegalArgumentException notAnAddress(String text) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return new IllegalArgumentException("\"" + shown + "\" is not an IP address");
  }
}
