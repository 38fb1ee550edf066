package io.tapgate.router;

import io.tapgate.connection.RouterId;
import io.tapgate.driving.Mishap;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where admins write: one transaction each. What is written is known on this node before anybody is
 * told that it is done, so a token that was just shown opens.
 */
@Component
class RouterBook {
  private static final Logger log = LoggerFactory.getLogger(RouterBook.class);

  private final RouterRecords records;
  private final Routers routers;
  private final TransactionOperations transactions;

  RouterBook(RouterRecords records, Routers routers, TransactionOperations transactions) {
    this.records = records;
    this.routers = routers;
    this.transactions = transactions;
  }

  RouterOutcome write(Supplier<RouterOutcome> entry) {
    RouterOutcome outcome = Objects.requireNonNull(transactions.execute(_ -> entry.get()));
    if (!(outcome instanceof RouterOutcome.Refused)) {
      readAgain();
    }
    return outcome;
  }

  /** About one router that is an admin's to change. */
  RouterOutcome write(RouterId id, Function<RouterRecord, RouterOutcome> entry) {
    return write(() -> on(records.hold(id).orElse(null), entry));
  }

  static RouterOutcome on(
      @Nullable RouterRecord router, Function<RouterRecord, RouterOutcome> entry) {
    if (router == null) {
      return new RouterOutcome.Unknown();
    }
    return router.fromEnvironment()
        ? new RouterOutcome.FollowsTheEnvironment()
        : entry.apply(router);
  }

  /** It is committed: if it cannot be read just now, the next second's reading finds it. */
  private void readAgain() {
    try {
      routers.readAgain();
    } catch (RuntimeException trouble) {
      log.info("the routers could not be read again and are in a second: {}", new Mishap(trouble));
    }
  }
}
