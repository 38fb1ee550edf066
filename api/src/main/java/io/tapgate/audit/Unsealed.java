package io.tapgate.audit;

import java.time.Duration;

/** What waits to be sealed, and for how long the oldest of it has. */
public record Unsealed(long count, Duration oldest) {
  String sentence() {
    return count == 0
        ? "Nothing waits to be sealed."
        : "%d records are not sealed yet, the oldest for %d s."
            .formatted(count, oldest.toSeconds());
  }
}
