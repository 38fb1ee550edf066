package io.tapgate.cli;

import java.util.Locale;

/** How far two names are apart. */
final class Distance {
  private Distance() {}

  /** One begins with the other, or a few letters make one of the other; capitals do not matter. */
  static boolean isNear(String typed, String name) {
    String one = typed.toLowerCase(Locale.ROOT);
    String other = name.toLowerCase(Locale.ROOT);
    return !other.isEmpty()
        && (other.startsWith(one)
            || one.startsWith(other)
            || between(one, other) <= 1 + Math.min(one.length(), other.length()) / 3);
  }

  /** How many letters must be changed, added or left out to make one of the other. */
  static int between(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int at = 0; at < row.length; at++) {
      row[at] = at;
    }
    for (int i = 1; i <= one.length(); i++) {
      int above = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = above + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        above = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
