package io.tapgate.router.gate;

import io.tapgate.connection.RouterId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found at each router the last time somebody looked, known on every node. */
public interface Findings {

  /** By the clock that everything here is judged by. */
  Instant now();

  /** In the place of what was found before. Nothing, if the router was removed meanwhile. */
  void write(RouterId router, List<Finding> found);

  Checked read(RouterId router);

  /** Of those at which anything was found, by what they are called. */
  Map<String, List<Finding>> all();

  /**
   * @param at when somebody looked last; empty: nobody did yet
   */
  record Checked(Optional<Instant> at, List<Finding> found) {
    public Checked {
      found = List.copyOf(found);
    }
  }
}
