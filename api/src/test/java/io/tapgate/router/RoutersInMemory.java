package io.tapgate.router;

import io.tapgate.connection.RouterId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The routers a test says there are. */
final class RoutersInMemory implements Routers {
  private volatile Reading now = new Reading(List.of(), Set.of(), Map.of(), Map.of());
  private int readings;

  void are(Router... routers) {
    now = new Reading(List.of(routers), Set.of(), Map.of(), Map.of());
  }

  int readings() {
    return readings;
  }

  @Override
  public Reading now() {
    return now;
  }

  @Override
  public Reading readAgain() {
    readings++;
    return now;
  }

  @Override
  public RouterId first() {
    return new RouterId(1);
  }
}
