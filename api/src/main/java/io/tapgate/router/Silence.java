package io.tapgate.router;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a router answers, as those who run it are to hear of it: a silence that lasts is told,
 * and that it is over once the router has gone on to answer. So one that comes and goes is told
 * once.
 *
 * <p>One that an admin is just adding, or describes anew, has not been met yet: its silence is
 * nobody's news.
 *
 * @param met when it first answered as it is described now
 * @param since since when it does not answer
 * @param endingSince since when it answers again, of a silence that was told and is not over yet
 */
public record Silence(
    @Nullable Instant met, @Nullable Instant since, @Nullable Instant endingSince, boolean told) {

  /** It does not answer. */
  Silence goesOn(Instant now, Duration patience) {
    Instant begun = since == null ? now : since;
    boolean lasts = met != null && !begun.plus(patience).isAfter(now);
    return new Silence(met, begun, null, told || lasts);
  }

  /** It answers. */
  Silence broken(Instant now, Duration steady) {
    Instant first = met == null ? now : met;
    if (!told) {
      return new Silence(first, null, null, false);
    }
    Instant ending = endingSince == null ? now : endingSince;
    return ending.plus(steady).isAfter(now)
        ? new Silence(first, since, ending, true)
        : new Silence(first, null, null, false);
  }

  boolean isOver() {
    return since == null;
  }
}
