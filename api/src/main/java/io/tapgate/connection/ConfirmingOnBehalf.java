package io.tapgate.connection;

import io.tapgate.audit.By;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way in when a phone is lost, or Telegram is down: an admin answers for the client, and says
 * why. It holds for this one session, is told to the client and to all admins, and is on record.
 */
@Service
public class ConfirmingOnBehalf {
  private final Confirming confirming;
  private final ApplicationEventPublisher announce;

  ConfirmingOnBehalf(Confirming confirming, ApplicationEventPublisher announce) {
    this.confirming = confirming;
    this.announce = announce;
  }

  @Transactional
  public Answered confirm(ConnectionId id, By by) {
    if (by.reason().isEmpty()) {
      throw new IllegalArgumentException("whoever answers for somebody else says why");
    }
    Answered answered = confirming.confirm(id, Cause.ADMIN, by);
    if (answered.accepted()) {
      announce.publishEvent(new ConfirmedOnBehalf(answered.connection(), by));
    }
    return answered;
  }
}
