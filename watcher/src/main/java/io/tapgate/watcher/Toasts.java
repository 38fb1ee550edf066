package io.tapgate.watcher;

import java.util.Locale;

/** The few words a person may read that do not come from the api. */
final class Toasts {
  private static final int LONGEST = 200;

  private Toasts() {}

  /** Promises nothing: nobody knows yet what comes of the press. */
  static String received(String language) {
    return language.toLowerCase(Locale.ROOT).startsWith("ru")
        ? "Нажатие принято. Результат появится в чате."
        : "Received. The result will show in the chat.";
  }

  static String fitting(String text) {
    return text.length() <= LONGEST ? text : Wording.cut(text, LONGEST - 1) + "…";
  }
}
