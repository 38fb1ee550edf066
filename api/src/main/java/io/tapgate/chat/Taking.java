package io.tapgate.chat;

import io.tapgate.connection.StartingTheClock;
import io.tapgate.driving.Claim;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Telegram took a question: its message and the start of the time to answer are one fact. The
 * connection comes first, as everywhere: who locks in one order never waits in a circle.
 *
 * <p>If a tap revealed an earlier message of the same question meanwhile, that one stands, and the
 * new one loses its buttons.
 */
@Component
class Taking {
  private final Questions questions;
  private final Notices notices;
  private final StartingTheClock clock;

  Taking(Questions questions, Notices notices, StartingTheClock clock) {
    this.questions = questions;
    this.notices = notices;
    this.clock = clock;
  }

  @Transactional
  void taken(Question question, MessageId message, Claim claim) {
    clock.questionTaken(question.connection());
    questions
        .sent(question, message, claim)
        .filter(known -> !known.equals(message))
        .ifPresent(_ -> notices.stray(question.chat(), message));
  }
}
