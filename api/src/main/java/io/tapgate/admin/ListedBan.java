package io.tapgate.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ban, as it is listed.
 *
 * @param why in the words of whoever imposed it
 * @param until null: until somebody lifts it
 * @param callers the addresses that routers keep out because of it
 */
public record ListedBan(
    long id,
    ListedConnection.Client client,
    String reason,
    @Nullable String why,
    String actor,
    Instant from,
    @Nullable Instant until,
    @Nullable Instant liftedAt,
    @Nullable String liftedBy,
    boolean inForce,
    List<Caller> callers) {
  public ListedBan {
    callers = List.copyOf(callers);
  }

  /** An address kept out at one router. */
  public record Caller(String router, String caller, boolean enforced) {}
}
