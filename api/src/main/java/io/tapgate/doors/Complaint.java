package io.tapgate.doors;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Something that many callers meet at once and the log says once in a while: the first at once,
 * with its reason; of those after it only how many there were.
 */
final class Complaint {
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final LongSupplier steady;
  private final Consumer<String> say;
  private boolean said;
  private long last;
  private long unsaid;

  Complaint(LongSupplier steady, Consumer<String> say) {
    this.steady = steady;
    this.say = say;
  }

  synchronized void about(String reason) {
    unsaid++;
    if (said && steady.getAsLong() - last < EVERY.toNanos()) {
      return;
    }
    say.accept(unsaid == 1 ? reason : reason + "; " + (unsaid - 1) + " more since the last line");
    said = true;
    last = steady.getAsLong();
    unsaid = 0;
  }
}
