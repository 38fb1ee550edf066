package io.tapgate.router;

import io.tapgate.address.CallerAddress;
import io.tapgate.client.BanId;
import io.tapgate.client.ClientId;
import io.tapgate.connection.RouterId;
import io.tapgate.driving.Claim;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which caller addresses routers keep out, because of which bans. */
public interface BanEntries {

  /** The client's bans in force keep this address out on this router too. Harmless to repeat. */
  void enter(ClientId client, RouterId router, CallerAddress caller);

  /** The router is back: what waits for a later try waits no longer. */
  void lookAgain(RouterId router);

  /**
   * Bans were lifted: whoever they kept out is looked at again, now. Gives the routers concerned.
   */
  Set<RouterId> lifted(Collection<BanId> bans);

  /** Whom bans in force keep out on this router, by the record. */
  Set<CallerAddress> keptOut(RouterId router);

  /** Addresses this router's driver must look at now. */
  List<CallerAddress> owed(RouterId router, int most);

  /** How long the address must be kept out from now, by the longest ban that names it. */
  Keeping keeping(RouterId router, CallerAddress caller);

  /**
   * Writes that the router shows what {@link #keeping} said; looked at again when the next of its
   * bans runs out. Of a ban that came in since, or was lifted, nothing is written, so it stays
   * owed; nor if the claim is lost.
   */
  void enforced(RouterId router, CallerAddress caller, Keeping shown, Claim claim);

  /**
   * Whoever drives the router looks at the caller again, now, whatever was written: somebody who
   * does not drive any more may have undone their work.
   */
  void owedAgain(RouterId router, CallerAddress caller);

  /** Puts the next try off, twice as long each time. */
  void putOff(RouterId router, CallerAddress caller, Claim claim, Duration first, Duration most);

  /** What a router must show for a caller address. */
  sealed interface Keeping {
    /** The entries that were looked at, also those whose ban is over. */
    Set<Seen> seen();

    /** No ban in force names it. */
    record Free(Set<Seen> seen) implements Keeping {}

    /** Kept out for this long; empty means until a ban is lifted. */
    record Out(Set<Seen> seen, Optional<Duration> span) implements Keeping {}

    /**
     * An entry as it was read.
     *
     * @param version another one, once anybody has written to it
     */
    record Seen(BanId ban, String version) {}
  }
}
