package io.tapgate.driving;

import java.time.Duration;
import java.util.Optional;

/** Claims as all nodes see them. */
public interface Claims {

  /**
   * Takes or renews the claim for this long. A new owner gets a higher epoch; one who renews in
   * time keeps theirs. Empty while somebody else holds it.
   */
  Optional<Claim> take(String thing, String owner, Duration span);

  /**
   * The same for one driver of a node that holds its {@link Lifeline}: the others need not wait out
   * the span once that has ended. Another driver on the same node is another owner, and waits as
   * anybody else does: what the last one is still about may yet come through.
   */
  Optional<Claim> takeWhileAlive(String thing, String node, String driver, Duration span);

  /** Whether anybody holds it now. */
  boolean isTaken(String thing);

  /** Lets go, so that the next one need not wait. Does nothing if it is somebody else's by now. */
  void release(Claim claim);
}
