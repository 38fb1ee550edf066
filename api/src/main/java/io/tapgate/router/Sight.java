package io.tapgate.router;

import java.util.List;

/**
 * What a router shows for one tunnel address, read completely.
 *
 * @param sessions the sessions up on that address; nearly always one or none. The lists go by the
 *     address, so of several none can be let in without the others
 * @param denied whether DENY holds the address, by whoever's hand
 * @param permitted whether PERMIT holds the address
 */
public record Sight(List<Session> sessions, boolean denied, boolean permitted) {
  public Sight {
    sessions = List.copyOf(sessions);
  }

  /** Whoever is let in here takes nobody along. */
  boolean isOneAlone() {
    return sessions.size() == 1;
  }

  /** Nobody passes on this address: it is denied, and no permit stands beside. */
  boolean isShut() {
    return denied && !permitted;
  }
}
