package io.tapgate.cli.console;

import java.util.Arrays;

/** Text from outside, made safe to show, and how much room it takes. */
public final class Plain {
  /** Letters of East Asia, and pictures. */
  private static final int[][] WIDE = {
    {0x1100, 0x115f},
    {0x2e80, 0xa4cf},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe30, 0xfe6f},
    {0xff00, 0xff60},
    {0x1f300, 0x1faff},
    {0x20000, 0x3fffd}
  };

  private Plain() {}

  /** Names and notes come from routers and people: none of them may steer the terminal. */
  public static String of(String text) {
    StringBuilder plain = null;
    for (int at = 0; at < text.length(); at++) {
      if (steers(text.charAt(at))) {
        plain = plain == null ? new StringBuilder(text) : plain;
        plain.setCharAt(at, text.charAt(at) == '\n' || text.charAt(at) == '\t' ? ' ' : '\ufffd');
      }
    }
    return plain == null ? text : plain.toString();
  }

  private static boolean steers(char c) {
    boolean control = c < ' ' || (c >= 0x7f && c < 0xa0);
    boolean direction = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    return control || direction;
  }

  /** In columns of a terminal. */
  public static int width(String text) {
    return text.codePoints().map(Plain::width).sum();
  }

  /** Cut to fit, with … for what is gone. */
  public static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int left = Math.max(0, columns - 1);
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      left -= width(text.codePointAt(at));
      if (left < 0) {
        break;
      }
      kept.appendCodePoint(text.codePointAt(at));
    }
    return kept.append('…').toString();
  }

  private static int width(int point) {
    int kind = Character.getType(point);
    if (kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK || point == 0x200d) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  private static boolean isWide(int point) {
    return point >= WIDE[0][0] && Arrays.stream(WIDE).anyMatch(range -> within(point, range));
  }

  private static boolean within(int point, int[] range) {
    return point >= range[0] && point <= range[1];
  }
}
