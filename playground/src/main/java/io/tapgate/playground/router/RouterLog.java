package io.tapgate.playground.router;

import io.tapgate.playground.router.device.Happening;
import java.util.List;

/**
 * Everything that happened on the router, the oldest first: each change of the lists, of sessions,
 * connections and weather, each command heard, with its instant and who made it. A judge can replay
 * it from an empty router.
 *
 * @param forgotten how many happenings came before the first one here and are remembered no more
 */
public record RouterLog(long forgotten, List<Happening> happenings) {
  public RouterLog {
    happenings = List.copyOf(happenings);
  }

  /** Whether it begins with the router's first day. A judge should insist. */
  public boolean complete() {
    return forgotten == 0;
  }

  /** What happened after the one with this number. */
  public RouterLog after(long number) {
    int from = Math.clamp(number - forgotten, 0, happenings.size());
    return new RouterLog(forgotten + from, happenings.subList(from, happenings.size()));
  }
}
