package io.tapgate.connection;

import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A router has owed us a state for too long: people are told that it does not answer. */
@Service
public class MarkingOverdue {
  /** How long a person waits for the router before we say so. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int BATCH = 500;

  private final Connections connections;
  private final ApplicationEventPublisher announce;

  MarkingOverdue(Connections connections, ApplicationEventPublisher announce) {
    this.connections = connections;
    this.announce = announce;
  }

  @Transactional
  public void mark() {
    List<Connection> overdue = connections.markOverdue(PATIENCE, BATCH);
    if (!overdue.isEmpty()) {
      announce.publishEvent(new ConnectionsChanged(ConnectionsChanged.What.OVERDUE, overdue));
    }
  }
}
