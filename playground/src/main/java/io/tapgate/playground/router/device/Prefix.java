package io.tapgate.playground.router.device;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address, or a network, with its host bits masked. */
record Prefix(Family family, List<Byte> bits, int length) {
  private static final Pattern FOUR = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

  /** Reads {@code 10.8.0.2}, {@code 10.8.0.0/24} and their IPv6 like; empty for anything else. */
  static Optional<Prefix> parse(Family family, String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    Optional<byte[]> bytes = literal(family, address);
    if (bytes.isEmpty() || slash < 0) {
      return bytes.map(all -> masked(family, all, all.length * 8));
    }
    String length = text.substring(slash + 1);
    if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > bytes.get().length * 8) {
      return Optional.empty();
    }
    return Optional.of(masked(family, bytes.get(), Integer.parseInt(length)));
  }

  private static Optional<byte[]> literal(Family family, String text) {
    Pattern form = family == Family.FOUR ? FOUR : SIX;
    if (!form.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = InetAddress.ofLiteral(text).getAddress();
      return bytes.length == (family == Family.FOUR ? 4 : 16)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Prefix masked(Family family, byte[] bytes, int length) {
    Byte[] bits = new Byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      int keep = Math.clamp(length - i * 8, 0, 8);
      bits[i] = (byte) (bytes[i] & 0xff00 >> keep);
    }
    return new Prefix(family, List.of(bits), length);
  }

  boolean covers(Prefix other) {
    return family == other.family
        && length <= other.length
        && masked(family, other.bytes(), length).equals(this);
  }

  /** As the router prints it: {@code /32} is dropped, {@code /128} is not. */
  String text() {
    return family == Family.FOUR && length == 32 ? address() : address() + "/" + length;
  }

  /** The address alone: dotted, or compressed in lower case. */
  String address() {
    return family == Family.FOUR ? dotted() : compressed();
  }

  private String dotted() {
    return String.join(".", bits.stream().map(octet -> String.valueOf(octet & 0xff)).toList());
  }

  private String compressed() {
    String hex = HexFormat.of().formatHex(bytes());
    String[] groups = new String[8];
    Arrays.setAll(
        groups, i -> Integer.toHexString(Integer.parseInt(hex.substring(i * 4, i * 4 + 4), 16)));
    String full = String.join(":", groups);
    String zeros = longestZeros(full);
    return zeros.isEmpty() ? full : full.replaceFirst("(^|:)" + zeros + "(:|$)", "::");
  }

  /** The first longest run of two or more zero groups, as it is written. */
  private static String longestZeros(String full) {
    for (int run = 8; run > 1; run--) {
      String zeros = "0" + ":0".repeat(run - 1);
      if ((":" + full + ":").contains(":" + zeros + ":")) {
        return zeros;
      }
    }
    return "";
  }

  private byte[] bytes() {
    byte[] bytes = new byte[bits.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bits.get(i);
    }
    return bytes;
  }
}
