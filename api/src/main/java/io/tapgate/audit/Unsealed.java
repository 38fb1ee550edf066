package io.tapgate.audit;

import java.time.Duration;

/** What waits to be sealed, and for how long the oldest of it has. */
public record Unsealed(long count, Duration oldest) {
  String sentence() {
    return count == 0
        ? "Nothing waits to be sealed."
        : "%d %s not sealed yet, the oldest for %d s."
            .formatted(count, count == 1 ? "record is" : "records are", oldest.toSeconds());
  }
}
