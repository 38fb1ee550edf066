package io.tapgate.router.account;

import io.tapgate.connection.RouterId;
import io.tapgate.router.Router;
import io.tapgate.router.RouterRecord;
import io.tapgate.router.RouterRecords;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Routers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * One errand at one router, over a door that is opened for it and closed after it. A line that
 * breaks is dialled once more, if that was early on; what takes too long is broken off, so that
 * whoever asked hears of it while they still listen.
 */
@Service
class Visiting {
  /** Shorter than the command line waits. */
  private static final Duration PATIENCE = Duration.ofSeconds(24);

  private final Routers routers;
  private final RouterRecords records;
  private final AccountDoors doors;
  private final LongSupplier steady;
  private final Duration patience;

  @Autowired
  Visiting(Routers routers, RouterRecords records, AccountDoors doors) {
    this(routers, records, doors, System::nanoTime, PATIENCE);
  }

  Visiting(
      Routers routers,
      RouterRecords records,
      AccountDoors doors,
      LongSupplier steady,
      Duration patience) {
    this.routers = routers;
    this.records = records;
    this.doors = doors;
    this.steady = steady;
    this.patience = patience;
  }

  /** Why nobody can be spoken to there; empty: one may try. */
  Optional<AccountOutcome> whyNot(RouterId id) {
    Optional<RouterRecord> record = records.find(id);
    if (record.isEmpty()) {
      return Optional.of(new AccountOutcome.NoRouter());
    }
    return driven(id).isPresent() ? Optional.empty() : Optional.of(closed(record.get()));
  }

  /**
   * @param errand what is to be said; it may be run twice, and then knows how far it came
   */
  AccountOutcome visit(RouterId id, Function<AccountDoor, AccountOutcome> errand) {
    return whyNot(id)
        .orElseGet(() ->
            driven(id)
                .map(router -> new Visit(router, errand).made())
                .orElseGet(AccountOutcome.NoRouter::new));
  }

  private Optional<Router> driven(RouterId id) {
    return routers.all().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private AccountOutcome closed(RouterRecord router) {
    if (router.particulars().disabled()) {
      return new AccountOutcome.SwitchedOff();
    }
    return routers.now().locked().contains(router.particulars().name())
        ? new AccountOutcome.Locked()
        : new AccountOutcome.Silent("it was added just now and is not taken up yet", false);
  }

  /** From the first try to the last. */
  private final class Visit {
    private final Router router;
    private final Function<AccountDoor, AccountOutcome> errand;
    private final long begun = steady.getAsLong();
    private boolean reached;

    Visit(Router router, Function<AccountDoor, AccountOutcome> errand) {
      this.router = router;
      this.errand = errand;
    }

    AccountOutcome made() {
      AccountOutcome first = tried();
      return first instanceof AccountOutcome.Silent && left().compareTo(patience.dividedBy(2)) > 0
          ? tried()
          : first;
    }

    private AccountOutcome tried() {
      try {
        return told();
      } catch (RouterTrouble.Silent silent) {
        return new AccountOutcome.Silent(words(silent), reached);
      } catch (RouterTrouble.Refused refused) {
        return new AccountOutcome.Declined(words(refused));
      }
    }

    private AccountOutcome told() {
      try (AccountDoor door = doors.openAccounts(router)) {
        reached = true;
        CompletableFuture<Void> late = CompletableFuture.runAsync(door::close, onceItIsLate());
        try {
          return errand.apply(door);
        } finally {
          late.cancel(false);
        }
      }
    }

    private Executor onceItIsLate() {
      return CompletableFuture.delayedExecutor(
          Math.max(1, left().toMillis()), TimeUnit.MILLISECONDS);
    }

    private Duration left() {
      return patience.minusNanos(steady.getAsLong() - begun);
    }

    private static String words(RouterTrouble trouble) {
      return String.valueOf(trouble.getMessage());
    }
  }
}
