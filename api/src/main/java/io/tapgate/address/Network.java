package io.tapgate.address;

import java.net.InetAddress;

/** A range of addresses, as an admin writes it: {@code 203.0.113.0/24}, or one address alone. */
public record Network(InetAddress base, int prefix) {

  public static Network parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      InetAddress one = Literal.parse(text);
      return new Network(one, one.getAddress().length * 8);
    }
    InetAddress base = Literal.parse(text.substring(0, slash));
    return new Network(base, prefix(text.substring(slash + 1), base));
  }

  public boolean contains(CallerAddress address) {
    byte[] other = address.value().getAddress();
    byte[] mine = base.getAddress();
    if (other.length != mine.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((other[bit / 8] & mask) != (mine[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return base.getHostAddress() + "/" + prefix;
  }

  private static int prefix(String text, InetAddress base) {
    int longest = base.getAddress().length * 8;
    if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > longest) {
      throw new IllegalArgumentException(
          "\"/" + text + "\" is not a prefix length from /0 to /" + longest);
    }
    return Integer.parseInt(text);
  }
}
