package io.tapgate.cli.console;

/**
 * One column of a table.
 *
 * @param least how narrow it may become when the screen is; 0: it keeps its width
 */
public record Column(String title, boolean right, int least, boolean coloured) {

  /** Kept whole, to the left. */
  public static Column word(String title) {
    return new Column(title, false, 0, false);
  }

  /** Kept whole, to the right. */
  public static Column figure(String title) {
    return new Column(title, true, 0, false);
  }

  /** Cut where there is no room. */
  public static Column text(String title) {
    return text(title, 6);
  }

  /** Cut where there is no room, but not to less than this. */
  public static Column text(String title, int least) {
    return new Column(title, false, Math.max(least, title.length()), false);
  }

  /** A word that has a colour. */
  public static Column state(String title) {
    return new Column(title, false, 0, true);
  }

  String cell(String text, int width) {
    String cut = Plain.cut(text, width);
    String room = " ".repeat(width - Plain.width(cut));
    return right ? room + cut : cut + room;
  }
}
