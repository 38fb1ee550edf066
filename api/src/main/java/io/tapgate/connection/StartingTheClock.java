package io.tapgate.connection;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Telegram took the question: only now does the time to answer start. */
@Service
public class StartingTheClock {
  private final Connections connections;
  private final Allowances allowances;
  private final ApplicationEventPublisher announce;

  StartingTheClock(
      Connections connections, Allowances allowances, ApplicationEventPublisher announce) {
    this.connections = connections;
    this.allowances = allowances;
    this.announce = announce;
  }

  @Transactional
  public void questionTaken(ConnectionId id) {
    connections
        .find(id)
        .map(asked -> allowances.at(asked.dial().router()).timeToAnswer())
        .flatMap(timeToAnswer -> connections.questionTaken(id, timeToAnswer))
        .map(QuestionReached::new)
        .ifPresent(announce::publishEvent);
  }
}
