package io.tapgate.router.gate;

import io.tapgate.address.Network;
import io.tapgate.router.HookToken;
import io.tapgate.router.Router;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Looks at a router's gate with Tapgate's own login, and changes nothing. */
public interface Inspections {

  /** Throws as {@link io.tapgate.router.RouterDoors} does. */
  List<Finding> inspect(Router router, Expected expected);

  /**
   * What is known here of how it should be.
   *
   * @param reports where it is to report to; empty: wherever it does
   * @param postOffice where the sandbox is to let people through
   * @param tokens which tokens open
   * @param now what time it is
   */
  record Expected(
      String reports, Set<Network> postOffice, Function<HookToken, Opens> tokens, Instant now) {
    public Expected {
      postOffice = Set.copyOf(postOffice);
    }
  }

  /** What a token is good for. */
  enum Opens {
    YES,
    FOR_A_WHILE,
    NOTHING
  }
}
