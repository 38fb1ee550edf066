package io.tapgate.router.gate;

import io.tapgate.doors.KeyDigest;
import io.tapgate.router.Session;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What would be done to a router, in words. None of them tells a password or a token.
 *
 * @param there what it is
 * @param steps in their order; empty: there is nothing to do
 * @param closes the sessions that are up and would be closed
 * @param byHand what nobody but an admin at the router can do
 */
public record Plan(String there, List<String> steps, List<Session> closes, List<ByHand> byHand) {
  private static final int SHOWN = 8;

  public Plan {
    steps = List.copyOf(steps);
    closes = List.copyOf(closes);
    byHand = List.copyOf(byHand);
  }

  /**
   * Something an admin has to do.
   *
   * @param what is the matter
   * @param todo the way out
   */
  public record ByHand(String what, String todo) {}

  Plan with(ByHand more) {
    return new Plan(there, steps, closes, Stream.concat(byHand.stream(), Stream.of(more)).toList());
  }

  /** The same for the same plan: whoever agrees to one agrees to no other. */
  public String mark() {
    String all = String.join("\n", steps) + "\n" + closes.stream().map(Session::id).toList();
    return HexFormat.of().formatHex(KeyDigest.of(all).bytes(), 0, SHOWN);
  }
}
