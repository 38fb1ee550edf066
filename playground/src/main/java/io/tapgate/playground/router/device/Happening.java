package io.tapgate.playground.router.device;

import java.time.Instant;

/**
 * One change, and who made it.
 *
 * @param number counted from 1, without a gap: the order in which things happened
 */
public record Happening(long number, Cause by, Change change) {
  public Instant at() {
    return change.at();
  }
}
