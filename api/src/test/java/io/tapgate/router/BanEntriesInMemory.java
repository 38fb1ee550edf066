package io.tapgate.router;

import io.tapgate.address.CallerAddress;
import io.tapgate.client.BanId;
import io.tapgate.client.ClientId;
import io.tapgate.connection.RouterId;
import io.tapgate.driving.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;

/** Ban entries without a database: whoever was entered is kept out until {@link #freeAll()}. */
public final class BanEntriesInMemory implements BanEntries {
  private final Set<CallerAddress> entered = new LinkedHashSet<>();
  private final Set<CallerAddress> owed = new LinkedHashSet<>();
  private final List<CallerAddress> putOff = new ArrayList<>();
  private boolean free;
  private boolean readOnly;

  public synchronized void freeAll() {
    free = true;
    owed.addAll(entered);
  }

  /** Nothing a driver found out can be written from now on. */
  public synchronized void becomeReadOnly() {
    readOnly = true;
  }

  public synchronized void owedByNobody() {
    owed.clear();
  }

  public synchronized List<CallerAddress> entered() {
    return List.copyOf(entered);
  }

  public synchronized List<CallerAddress> putOff() {
    return List.copyOf(putOff);
  }

  @Override
  public synchronized void enter(ClientId client, RouterId router, CallerAddress caller) {
    entered.add(caller);
    owed.add(caller);
  }

  @Override
  public synchronized void lookAgain(RouterId router) {
    owed.addAll(entered);
  }

  @Override
  public synchronized Set<RouterId> lifted(Collection<BanId> bans) {
    owed.addAll(entered);
    return Set.of();
  }

  @Override
  public synchronized Set<CallerAddress> keptOut(RouterId router) {
    return free ? Set.of() : Set.copyOf(entered);
  }

  @Override
  public synchronized List<CallerAddress> owed(RouterId router, int most) {
    return owed.stream().limit(most).toList();
  }

  @Override
  public synchronized Keeping keeping(RouterId router, CallerAddress caller) {
    return entered.contains(caller) && !free
        ? new Keeping.Out(Set.of(), Optional.of(Duration.ofHours(1)))
        : new Keeping.Free(Set.of());
  }

  @Override
  public synchronized void enforced(
      RouterId router, CallerAddress caller, Keeping shown, Claim claim) {
    owed.remove(caller);
  }

  @Override
  public synchronized void owedAgain(RouterId router, CallerAddress caller) {
    owed.add(caller);
  }

  @Override
  public synchronized void putOff(
      RouterId router, CallerAddress caller, Claim claim, Duration first, Duration most) {
    if (readOnly) {
      throw new DataAccessResourceFailureException("the database does not write");
    }
    putOff.add(caller);
    owed.remove(caller);
  }
}
