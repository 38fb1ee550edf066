package io.tapgate.playground.router.console;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/** Less and more, for values that arrive as text: numbers, spans of time, else by letter. */
final class Order {
  private Order() {}

  static int compare(String one, String other) {
    if (isNumber(one) && isNumber(other)) {
      return new BigInteger(one).compareTo(new BigInteger(other));
    }
    Optional<Duration> span = Span.parse(one);
    Optional<Duration> otherSpan = Span.parse(other);
    if (span.isPresent() && otherSpan.isPresent()) {
      return span.get().compareTo(otherSpan.get());
    }
    return one.compareTo(other);
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d{1,40}");
  }
}
