package io.tapgate.chat;

import io.tapgate.audit.By;
import io.tapgate.client.ChatId;
import io.tapgate.connection.Answered;
import io.tapgate.connection.Cause;
import io.tapgate.connection.Confirming;
import io.tapgate.connection.Connection;
import io.tapgate.connection.ConnectionId;
import io.tapgate.connection.Rejecting;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A tap, as the watcher saw it. It counts only from the chat that was asked (in a private chat,
 * from that person), only while the connection is asked about, only in time, and once.
 */
@Service
public class Tapping {
  private final Questions questions;
  private final Notices notices;
  private final Chats chats;
  private final Confirming confirming;
  private final Rejecting rejecting;
  private final ApplicationEventPublisher announce;

  Tapping(
      Questions questions,
      Notices notices,
      Chats chats,
      Confirming confirming,
      Rejecting rejecting,
      ApplicationEventPublisher announce) {
    this.questions = questions;
    this.notices = notices;
    this.chats = chats;
    this.confirming = confirming;
    this.rejecting = rejecting;
    this.announce = announce;
  }

  /** Which button. */
  public enum Button {
    ITS_ME,
    NOT_ME
  }

  /**
   * A press of a button.
   *
   * @param user who pressed, which in a group need not be who was asked
   * @param message the message that carried the button, where Telegram told
   */
  public record Tap(
      Button button,
      Token token,
      ChatId chat,
      long user,
      Optional<String> language,
      Optional<MessageId> message) {}

  /** What became of it. */
  public sealed interface Outcome {
    record Unknown() implements Outcome {}

    record NotTheirs() implements Outcome {}

    record Accepted(Connection connection) implements Outcome {}

    /** Too late, or a second time: the connection is in this state and stays there. */
    record Over(Connection connection) implements Outcome {}
  }

  @Transactional
  public Outcome tap(Tap tap) {
    Optional<Question> asked = questions.withToken(tap.token());
    if (asked.isEmpty()) {
      return new Outcome.Unknown();
    }
    if (!isTheirs(asked.get(), tap)) {
      return new Outcome.NotTheirs();
    }
    chats.heard(tap.chat(), tap.language());
    Outcome outcome = answer(asked.get().connection(), tap);
    tap.message().ifPresent(message -> reveal(asked.get(), message));
    return outcome;
  }

  private Outcome answer(ConnectionId connection, Tap tap) {
    By by = By.person(tap.user());
    Answered answered =
        switch (tap.button()) {
          case ITS_ME -> confirming.confirm(connection, Cause.TAP, by);
          case NOT_ME -> rejecting.reject(connection, Cause.TAP, by);
        };
    return answered.accepted()
        ? new Outcome.Accepted(answered.connection())
        : new Outcome.Over(answered.connection());
  }

  private static boolean isTheirs(Question question, Tap tap) {
    boolean rightChat = question.chat().equals(tap.chat());
    boolean rightPerson = tap.chat().isGroup() || tap.user() == tap.chat().value();
    return rightChat && rightPerson;
  }

  /**
   * A send whose answer was lost may have left a message we know nothing of. Whatever became of the
   * tap, its buttons must go.
   */
  private void reveal(Question question, MessageId message) {
    if (question.message().equals(Optional.of(message))) {
      return;
    }
    if (!questions.adopt(question.connection(), message)) {
      notices.stray(question.chat(), message);
    }
    announce.publishEvent(new ChatHeard(question.chat()));
  }
}
