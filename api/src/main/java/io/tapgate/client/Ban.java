package io.tapgate.client;

import java.time.Instant;
import java.util.Optional;

/**
 * A client kept out, from an instant until another, or until somebody lifts it.
 *
 * @param until empty means until lifted
 */
public record Ban(BanId id, ClientId client, Reason reason, Instant from, Optional<Instant> until) {

  /** Why a client is banned. */
  public enum Reason {
    /** Too many connections in a row that nobody confirmed. */
    OVER_LIMIT,
    /** The client pressed "Not me". */
    NOT_ME,
    /** An admin said so. */
    ADMIN,
    /** An admin locked the account: a holiday, a lost phone. No address is kept out for it. */
    LOCKED
  }
}
