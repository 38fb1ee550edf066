package io.tapgate.connection;

import io.tapgate.address.Caller;
import io.tapgate.address.TunnelAddress;
import java.util.Optional;

/**
 * How a client dialled in: through which router, from where, and what it got.
 *
 * @param destination the router's own address, as reported; shown and nothing else
 * @param session the router's name for this session, once known
 * @param service the kind of VPN, where known
 */
public record Dial(
    RouterId router,
    TunnelAddress tunnel,
    Caller caller,
    Optional<String> destination,
    Optional<SessionId> session,
    Optional<String> service) {

  /** Same router, tunnel address and caller, and nothing known that tells the sessions apart. */
  public boolean looksLike(Dial other) {
    return router.equals(other.router)
        && tunnel.equals(other.tunnel)
        && caller.equals(other.caller)
        && sessionsMayBeOne(other);
  }

  /**
   * Whether a session reported down is this one. Where both names of the session are known, they
   * alone decide, whatever else was reported; otherwise account, tunnel address and caller do.
   */
  boolean isEndedBy(Dial down, boolean sameAccount) {
    boolean bothKnown = session.isPresent() && down.session.isPresent();
    return bothKnown
        ? (router.equals(down.router) && session.equals(down.session))
        : (sameAccount && looksLike(down));
  }

  Dial in(SessionId known) {
    return new Dial(router, tunnel, caller, destination, Optional.of(known), service);
  }

  private boolean sessionsMayBeOne(Dial other) {
    return session.isEmpty() || other.session.isEmpty() || session.equals(other.session);
  }
}
