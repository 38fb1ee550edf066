package io.tapgate.client;

import io.tapgate.audit.By;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is kept out. The truth about bans is here, never on a router: timed entries there do not
 * outlive a reboot.
 */
public interface Bans {

  Ban begin(ClientId client, Ban.Reason reason, Instant from, Optional<Instant> until, By by);

  /** The bans in force, the longest first; judged by the database's clock. */
  List<Ban> inForce(ClientId client);

  /**
   * Lifts those in force that were imposed for one of these reasons; the count of unconfirmed
   * connections starts anew.
   */
  List<BanId> lift(ClientId client, Set<Ban.Reason> reasons, By by);

  /** Lifts this one, if it is in force. */
  Optional<Ban> lift(BanId ban, By by);

  /** The database's clock, for whoever begins a ban that nothing else tells the time of. */
  Instant now();

  /** Removes bans that were over longer ago than this, and that no router shows any more. */
  void forgetOver(Duration age);
}
