package io.tapgate.connection;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Telegram took the question: only now does the time to answer start. */
@Service
public class StartingTheClock {
  private final Connections connections;
  private final ConnectionSettings settings;
  private final ApplicationEventPublisher announce;

  StartingTheClock(
      Connections connections, ConnectionSettings settings, ApplicationEventPublisher announce) {
    this.connections = connections;
    this.settings = settings;
    this.announce = announce;
  }

  @Transactional
  public void questionTaken(ConnectionId id) {
    connections
        .questionTaken(id, settings.timeToAnswer())
        .map(QuestionReached::new)
        .ifPresent(announce::publishEvent);
  }
}
