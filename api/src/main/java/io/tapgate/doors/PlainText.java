package io.tapgate.doors;

/**
 * Text as it may come in, in a body or behind the question mark. What is wrong with it, an
 * IllegalArgumentException says.
 */
public final class PlainText {
  private static final int LONGEST = 512;

  private PlainText() {}

  /** Of a length, and with nothing in it that no database keeps. */
  public static String of(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("is longer than " + LONGEST + " characters");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("has control characters");
    }
    if (text.codePoints().anyMatch(PlainText::isHalf)) {
      throw new IllegalArgumentException("has half of a surrogate pair");
    }
    return text;
  }

  /** Words for people to read later: blanks around them are none of them, and blanks alone none. */
  public static String words(String text) {
    if (text.codePoints().allMatch(PlainText::isBlank)) {
      throw new IllegalArgumentException("is blank; write it in words");
    }
    return text.strip();
  }

  /** JSON can spell what no text can hold, and no database keeps. */
  static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static boolean isBlank(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.getType(point) == Character.FORMAT;
  }
}
