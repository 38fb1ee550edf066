package io.tapgate.router.routeros.gate;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was before, noted down in a comment for whoever takes the gate away: {@code tapgate:
 * use-ipv6 was yes}, behind what the admin wrote there.
 */
record Note(String comment) {
  private static final String BETWEEN = "; ";
  private static final Pattern OURS = Pattern.compile(Gatehouse.MARK + ": \\S.* was .*");

  Note with(String what, String was) {
    String line = mark(what) + was;
    return new Note(comment.isEmpty() ? line : comment + BETWEEN + line);
  }

  /** Empty: it was not noted. */
  String was(String what) {
    int at = comment.indexOf(mark(what));
    if (at < 0) {
      return "";
    }
    String rest = comment.substring(at + mark(what).length());
    int end = rest.indexOf(BETWEEN);
    return end < 0 ? rest : rest.substring(0, end);
  }

  /** As the admin wrote it, and went on writing. */
  String theirs() {
    return Arrays.stream(comment.split(BETWEEN, -1))
        .filter(piece -> !OURS.matcher(piece).matches())
        .collect(Collectors.joining(BETWEEN));
  }

  private static String mark(String what) {
    return Gatehouse.MARK + ": " + what + " was ";
  }
}
