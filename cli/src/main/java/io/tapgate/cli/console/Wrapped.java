package io.tapgate.cli.console;

/** Sentences broken between words, so that none runs over the edge. */
public final class Wrapped {
  private Wrapped() {}

  /** Each line but the first is moved in; a word that is longer than a line stays whole. */
  public static String text(String text, int room, int indent) {
    StringBuilder wrapped = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ", -1)) {
      int width = Plain.width(word);
      if (used > 0 && used + 1 + width > room) {
        wrapped.append('\n').append(" ".repeat(indent));
        used = 0;
      } else if (used > 0) {
        wrapped.append(' ');
        used++;
      }
      wrapped.append(word);
      used += width;
    }
    return wrapped.toString();
  }
}
