package io.tapgate.stories.referee;

import java.time.Instant;

/**
 * From one line of the log to another. The lines' numbers say what came first where two happened in
 * the same instant.
 */
record Span(long first, Instant from, long last, Instant until) {
  /** Whether the line with this number was written meanwhile. */
  boolean holds(long number) {
    return first < number && number < last;
  }

  boolean touches(Span other) {
    return first < other.last && other.first < last;
  }
}
