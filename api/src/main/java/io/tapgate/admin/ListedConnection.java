package io.tapgate.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection, as it is listed.
 *
 * @param enforced whether the router was read back to match its state
 * @param trouble why the router was not, at the last try
 */
public record ListedConnection(
    long id,
    String state,
    String cause,
    String actor,
    @Nullable String reason,
    Client client,
    Router router,
    String tunnel,
    String caller,
    @Nullable String destination,
    @Nullable String session,
    @Nullable String service,
    Instant askedAt,
    @Nullable Instant takenAt,
    Instant deadlineAt,
    Instant changedAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant letInAt,
    boolean enforced,
    @Nullable Instant enforcedAt,
    @Nullable String trouble) {

  /** Whose it is. */
  public record Client(long id, @Nullable String name, @Nullable Long chatId) {}

  /** Where it came in. */
  public record Router(long id, String name) {}
}
