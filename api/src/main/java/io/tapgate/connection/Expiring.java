package io.tapgate.connection;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Nobody answered in time. The due rows are taken in batches, the oldest first, each in a
 * transaction of its own that is far from its limit; what another node or a tap holds just now is
 * left to it.
 */
@Service
public class Expiring {
  private static final Logger log = LoggerFactory.getLogger(Expiring.class);
  private static final int BATCH = 100;

  private final Connections connections;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher announce;

  Expiring(
      Connections connections,
      TransactionTemplate transaction,
      ApplicationEventPublisher announce) {
    this.connections = connections;
    this.transaction = transaction;
    this.announce = announce;
  }

  /** How many were expired. */
  public int expireDue() {
    int expired = 0;
    int batch;
    do {
      batch = transaction.execute(_ -> expireBatch());
      expired += batch;
    } while (batch == BATCH);
    return expired;
  }

  private int expireBatch() {
    List<Connection> due = connections.expireDue(BATCH);
    if (!due.isEmpty()) {
      due.forEach(one -> log.info("connection {} expired: nobody tapped in time", one.id()));
      announce.publishEvent(new ConnectionsChanged(ConnectionsChanged.What.MOVED, due));
    }
    return due.size();
  }
}
