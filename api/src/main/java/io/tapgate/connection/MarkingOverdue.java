package io.tapgate.connection;

import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A router has owed us a state for too long: people are told that it does not answer. In batches,
 * each in a transaction of its own, since many are overdue at once.
 */
@Service
public class MarkingOverdue {
  /** How long a person waits for the router before we say so. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int BATCH = 100;

  private final Connections connections;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher announce;

  MarkingOverdue(
      Connections connections,
      TransactionTemplate transaction,
      ApplicationEventPublisher announce) {
    this.connections = connections;
    this.transaction = transaction;
    this.announce = announce;
  }

  public void mark() {
    int marked;
    do {
      marked = transaction.execute(_ -> markBatch());
    } while (marked == BATCH);
  }

  private int markBatch() {
    List<Connection> overdue = connections.markOverdue(PATIENCE, BATCH);
    if (!overdue.isEmpty()) {
      announce.publishEvent(new ConnectionsChanged(ConnectionsChanged.What.OVERDUE, overdue));
    }
    return overdue.size();
  }
}
