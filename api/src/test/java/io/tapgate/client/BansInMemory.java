package io.tapgate.client;

import io.tapgate.audit.By;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Bans without a database; all that were begun are in force until they are {@link #over()}. */
public final class BansInMemory implements Bans {
  private final List<Ban> begun = new ArrayList<>();

  @Override
  public Ban begin(
      ClientId client, Ban.Reason reason, Instant from, Optional<Instant> until, By by) {
    Ban ban = new Ban(new BanId(begun.size() + 1L), client, reason, from, until);
    begun.add(ban);
    return ban;
  }

  @Override
  public List<Ban> inForce(ClientId client) {
    return begun.stream().filter(ban -> ban.client().equals(client)).toList();
  }

  @Override
  public List<BanId> lift(ClientId client, Set<Ban.Reason> reasons, By by) {
    List<Ban> lifted =
        begun.stream()
            .filter(ban -> ban.client().equals(client) && reasons.contains(ban.reason()))
            .toList();
    begun.removeAll(lifted);
    return lifted.stream().map(Ban::id).toList();
  }

  @Override
  public Optional<Ban> lift(BanId id, By by) {
    Optional<Ban> lifted = begun.stream().filter(ban -> ban.id().equals(id)).findFirst();
    lifted.ifPresent(begun::remove);
    return lifted;
  }

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }

  @Override
  public void forgetOver(Duration age) {
    throw new UnsupportedOperationException("nothing grows old in memory");
  }

  public List<Ban> begun() {
    return List.copyOf(begun);
  }

  /** They ran out, or somebody lifted them. */
  public void over() {
    begun.clear();
  }
}
