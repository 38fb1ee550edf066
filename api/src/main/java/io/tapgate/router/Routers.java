package io.tapgate.router;

import io.tapgate.connection.RouterId;
import io.tapgate.doors.KeyDigest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The routers there are: the one that the environment describes, and those that admins added. They
 * are asked for with each hook and each message, so a reading of them is kept. While the database
 * is away, the last reading stands.
 */
public interface Routers {

  /** As they were read last. */
  Reading now();

  /** Reads them again, if anything changed. Whoever is told "done" sees it in here. */
  Reading readAgain();

  /** The one that the environment describes. */
  RouterId first();

  /** Those that can be driven from here. */
  default List<Router> all() {
    return now().driven();
  }

  /**
   * All routers at one moment.
   *
   * @param locked names of those whose password does not open with the key of this node
   * @param disabled names of those that an admin disabled: their tokens are not among the hooks
   * @param names what each is called, the removed ones too
   * @param limits what each allows, of those that admins added
   * @param hooks whose hook token it is, of those that admins added
   */
  record Reading(
      List<Router> driven,
      Set<String> locked,
      Set<String> disabled,
      Map<RouterId, String> names,
      Map<RouterId, OwnLimits> limits,
      Map<KeyDigest, RouterId> hooks) {
    public Reading {
      driven = List.copyOf(driven);
      locked = Set.copyOf(locked);
      disabled = Set.copyOf(disabled);
      names = Map.copyOf(names);
      limits = Map.copyOf(limits);
      hooks = Map.copyOf(hooks);
    }
  }
}
