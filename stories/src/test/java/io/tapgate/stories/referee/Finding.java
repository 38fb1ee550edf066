package io.tapgate.stories.referee;

import java.time.Instant;

/** A rule was broken. */
public record Finding(Rule rule, Instant at, String what) {
  @Override
  public String toString() {
    return "%s %s: %s".formatted(at, rule, what);
  }
}
