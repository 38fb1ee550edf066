package io.tapgate.driving;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;

/** Claims without a database: they never run out by themselves; a test takes them away. */
public final class ClaimsInMemory implements Claims {
  private final Map<String, Claim> held = new HashMap<>();
  private final Map<Claim, String> drivers = new HashMap<>();
  private long epoch;
  private int taken;
  private boolean away;

  @Override
  public synchronized Optional<Claim> take(String thing, String owner, Duration span) {
    return takeWhileAlive(thing, owner, "", span);
  }

  @Override
  public synchronized Optional<Claim> takeWhileAlive(
      String thing, String node, String driver, Duration span) {
    taken++;
    if (away) {
      throw new DataAccessResourceFailureException("the database does not answer");
    }
    Claim mine = held.computeIfAbsent(thing, _ -> new Claim(thing, node, ++epoch));
    return Optional.of(mine)
        .filter(claim -> claim.owner().equals(node))
        .filter(claim -> drivers.computeIfAbsent(claim, _ -> driver).equals(driver));
  }

  @Override
  public synchronized boolean isTaken(String thing) {
    return held.containsKey(thing);
  }

  @Override
  public synchronized void release(Claim claim) {
    held.remove(claim.thing(), claim);
  }

  /** Another node drives it from now on. */
  public synchronized void give(String thing, String owner) {
    held.put(thing, new Claim(thing, owner, ++epoch));
  }

  public synchronized void goAway(boolean isAway) {
    away = isAway;
  }

  /** How often somebody asked. */
  public synchronized int taken() {
    return taken;
  }
}
