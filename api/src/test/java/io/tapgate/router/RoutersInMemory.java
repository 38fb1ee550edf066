package io.tapgate.router;

import io.tapgate.connection.RouterId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The routers a test says there are. */
public final class RoutersInMemory implements Routers {
  private volatile Reading now =
      new Reading(List.of(), Set.of(), Set.of(), Map.of(), Map.of(), Map.of());
  private int readings;
  private volatile @Nullable Error limit;

  public void are(Router... routers) {
    now = new Reading(List.of(routers), Set.of(), Set.of(), Map.of(), Map.of(), Map.of());
  }

  /** This machine has no room for another look; null: it has again. */
  void fail(@Nullable Error limit) {
    this.limit = limit;
  }

  synchronized int readings() {
    return readings;
  }

  @Override
  public Reading now() {
    return now;
  }

  @Override
  public synchronized Reading readAgain() {
    readings++;
    Error trouble = limit;
    if (trouble != null) {
      throw trouble;
    }
    return now;
  }

  @Override
  public RouterId first() {
    return new RouterId(1);
  }
}
