package io.tapgate.router.routeros.gate;

/**
 * What was before, noted down in a comment for whoever takes the gate away: {@code tapgate:
 * use-ipv6 was yes}, behind what the admin wrote there.
 */
record Note(String comment) {
  private static final String BETWEEN = "; ";

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

  /** As the admin wrote it. */
  String theirs() {
    int at = comment.indexOf(Gatehouse.MARK + ": ");
    if (at < 0) {
      return comment;
    }
    String before = comment.substring(0, at);
    return before.endsWith(BETWEEN)
        ? before.substring(0, before.length() - BETWEEN.length())
        : before;
  }

  private static String mark(String what) {
    return Gatehouse.MARK + ": " + what + " was ";
  }
}
