package io.tapgate.router;

import io.tapgate.connection.RouterId;
import io.tapgate.doors.KeyDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Routers on record, without those that were removed. Who changes one holds it first, or asks for
 * the {@link #next} id: until that transaction ends, whoever else wants to waits.
 */
public interface RouterRecords {

  /** In the order they were added; the environment's is the first. */
  List<RouterRecord> all();

  Optional<RouterRecord> find(RouterId id);

  /** No connection through it can begin until the transaction ends. */
  Optional<RouterRecord> hold(RouterId id);

  /** The id of one that is about to be added. */
  RouterId next();

  boolean isTaken(String name, RouterId butBy);

  /** Whether this is the token that its scripts should show, and not one from before. */
  boolean isShown(RouterId id, KeyDigest hook);

  RouterRecord add(RouterId id, Particulars particulars, LockedPassword password, KeyDigest hook);

  RouterRecord change(RouterId held, Particulars particulars, Optional<LockedPassword> password);

  /** The token before goes on to open for this long. */
  RouterRecord renew(RouterId held, KeyDigest hook, Duration overlap);

  /** Its row stays, as connections name it; who was to be kept out there is not any more. */
  void remove(RouterId held);
}
