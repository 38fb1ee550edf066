package io.tapgate.router;

import static io.tapgate.router.RouterRounds.FIRST_PAUSE;
import static io.tapgate.router.RouterRounds.LONGEST_PAUSE;

import io.tapgate.connection.Connection;
import io.tapgate.connection.Connections;
import io.tapgate.driving.Claim;
import io.tapgate.driving.Mishap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries that failed when the database could not be told so. A commit whose answer was lost may have
 * written that the router shows a permit, which was then taken back: such a row would look as if
 * nothing were owed. So each is put off, or handed over to whoever drives by now, again and again
 * until that is written; and so it is looked at.
 */
final class Unwritten {
  private static final Logger log = LoggerFactory.getLogger(Unwritten.class);

  private final Connections connections;
  private final Map<Connection, String> tries = new ConcurrentHashMap<>();

  Unwritten(Connections connections) {
    this.connections = connections;
  }

  void keep(Connection read, String why) {
    tries.put(read, why);
  }

  /** What changed meanwhile, or is somebody else's by now, is looked at instead. */
  void putOff(Connection read, String why, Claim claim) {
    if (!connections.putOff(read, claim, why, FIRST_PAUSE, LONGEST_PAUSE)) {
      connections.owedAgain(read.id());
    }
    tries.remove(read);
  }

  /** All of them, until the first that cannot be: the database is away, and each try waits. */
  void putOff(Claim claim) {
    for (Map.Entry<Connection, String> one : tries.entrySet()) {
      try {
        putOff(one.getKey(), one.getValue(), claim);
      } catch (RuntimeException trouble) {
        log.debug(
            "connection {} could not be put off yet: {}", one.getKey().id(), new Mishap(trouble));
        return;
      }
    }
  }

  /** All of them, until the first that cannot be: the database is away, and each try waits. */
  void handOver() {
    for (Connection read : tries.keySet()) {
      if (!handOver(read)) {
        return;
      }
    }
  }

  /** Whether it could be. */
  boolean handOver(Connection read) {
    try {
      connections.owedAgain(read.id());
      tries.remove(read);
      return true;
    } catch (RuntimeException trouble) {
      log.debug("connection {} could not be handed over yet: {}", read.id(), new Mishap(trouble));
      return false;
    }
  }
}
