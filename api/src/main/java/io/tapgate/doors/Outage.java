package io.tapgate.doors;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.TransactionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/**
 * Tells "the database could not do it just now" from a fault of ours. Where it fails (at the first
 * statement, at the commit, at the rollback after that) decides who wraps it in what, so the
 * wrapping is looked through: what PostgreSQL or its driver said counts.
 */
final class Outage {
  /** More causes than anybody nests; a ring of them must not hold a caller. */
  private static final int DEEPEST = 30;

  /**
   * Classes of SQLSTATE: no connection (08), not let in (28, 3D), a lost race (40), no room (53),
   * ended from outside or too slow (57), the disk (58).
   */
  private static final Set<String> CLASSES = Set.of("08", "28", "3D", "40", "53", "57", "58");

  /** A standby that takes no writes; a transaction left idle; a lock not had in time. */
  private static final Set<String> STATES = Set.of("25006", "25P03", "55P03");

  private Outage() {}

  static boolean isBehind(Throwable trouble) {
    return causes(trouble).anyMatch(Outage::isOne);
  }

  /** The innermost words, on one line: those around them know only that they waited. */
  static String reason(Throwable trouble) {
    Throwable root = causes(trouble).reduce(trouble, (_, inner) -> inner);
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("")
        + " ("
        + kind(root)
        + ")";
  }

  private static String kind(Throwable root) {
    return root instanceof SQLException sql && sql.getSQLState() != null
        ? sql.getSQLState()
        : root.getClass().getSimpleName();
  }

  private static Stream<Throwable> causes(Throwable trouble) {
    return Stream.iterate(trouble, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
  }

  /** Hibernate has one name for a transaction out of time and for one that did not come about. */
  private static boolean isOne(Throwable trouble) {
    return switch (trouble) {
      case SQLTransientException _, SQLRecoverableException _ -> true;
      case SQLException sql -> isOne(sql.getSQLState());
      case TransientDataAccessException _, RecoverableDataAccessException _ -> true;
      case DataAccessResourceFailureException _ -> true;
      case CannotCreateTransactionException _, TransactionTimedOutException _ -> true;
      case TransactionException _ -> true;
      default -> false;
    };
  }

  /** PostgreSQL always names a state; without one it was the pool, of a connection that is gone. */
  private static boolean isOne(@Nullable String state) {
    return state == null
        || STATES.contains(state)
        || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
  }
}
