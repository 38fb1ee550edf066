package io.tapgate.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * From one moment to another.
 *
 * @param since and what happened then
 * @param until and not what happened then
 */
public record While(Optional<Instant> since, Optional<Instant> until) {
  public static While ever() {
    return new While(Optional.empty(), Optional.empty());
  }
}
