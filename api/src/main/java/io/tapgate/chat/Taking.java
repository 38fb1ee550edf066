package io.tapgate.chat;

import io.tapgate.connection.StartingTheClock;
import io.tapgate.driving.Claim;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Telegram took a question: its message and the start of the time to answer are one fact. */
@Component
class Taking {
  private final Questions questions;
  private final StartingTheClock clock;

  Taking(Questions questions, StartingTheClock clock) {
    this.questions = questions;
    this.clock = clock;
  }

  @Transactional
  void taken(Question question, MessageId message, Claim claim) {
    questions.sent(question, message, claim);
    clock.questionTaken(question.connection());
  }
}
