package io.tapgate.cli.console;

/** Text from outside, made safe to show, and how much room it takes. */
public final class Plain {
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
    boolean control = c < ' ' || c >= 0x7f && c < 0xa0;
    boolean direction = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
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

  /** Letters of East Asia and pictures. */
  private static boolean isWide(int point) {
    return point >= 0x1100 && point <= 0x115f
        || point >= 0x2e80 && point <= 0xa4cf
        || point >= 0xac00 && point <= 0xd7a3
        || point >= 0xf900 && point <= 0xfaff
        || point >= 0xfe30 && point <= 0xfe6f
        || point >= 0xff00 && point <= 0xff60
        || point >= 0x1f300 && point <= 0x1faff
        || point >= 0x20000 && point <= 0x3fffd;
  }
}
