package io.tapgate.cli.console;

/** Numbers and the words behind them. */
public final class Figures {
  private Figures() {}

  /** {@code 1,234,567}. */
  public static String of(long figure) {
    StringBuilder text = new StringBuilder(Long.toString(figure));
    int first = figure < 0 ? 1 : 0;
    for (int at = text.length() - 3; at > first; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }

  /** {@code 1 client}, {@code 1,234 clients}. */
  public static String of(long figure, String noun) {
    return of(figure) + " " + noun + (figure == 1 ? "" : "s");
  }
}
