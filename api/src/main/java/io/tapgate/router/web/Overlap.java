package io.tapgate.router.web;

import io.tapgate.settings.Span;
import java.time.Duration;

/** How long a hook token goes on to open beside the next one. */
final class Overlap {
  static final Duration USUAL = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(30);

  private Overlap() {}

  static Duration read(String text) {
    if (text.equals("none")) {
      return Duration.ZERO;
    }
    return Span.parse(text)
        .length()
        .filter(span -> span.compareTo(LONGEST) <= 0)
        .orElseThrow(
            () -> new IllegalArgumentException("write none, or a duration of at most 30d"));
  }
}
