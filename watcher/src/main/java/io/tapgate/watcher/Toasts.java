package io.tapgate.watcher;

import java.util.Locale;
import java.util.Map;

/**
 * What a person reads while the api has not answered for a press. The words are the api's, as all
 * words are: they come with the lease, without which nothing is read.
 */
final class Toasts {
  private static final int LONGEST = 200;
  private static final String ANY_OTHER = "other";

  private volatile Map<String, String> received = Map.of();

  /** The words for a press that was received, by language. */
  void learn(Map<String, String> words) {
    if (!words.isEmpty()) {
      received = Map.copyOf(words);
    }
  }

  /** Promises nothing: nobody knows yet what comes of the press. No words still end the spinner. */
  String received(String language) {
    Map<String, String> words = received;
    String spoken = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return words.getOrDefault(spoken, words.getOrDefault(ANY_OTHER, ""));
  }

  static String fitting(String text) {
    return text.length() <= LONGEST ? text : Wording.cut(text, LONGEST - 1) + "…";
  }
}
