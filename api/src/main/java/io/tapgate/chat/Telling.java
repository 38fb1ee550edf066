package io.tapgate.chat;

import io.tapgate.connection.Connection;
import io.tapgate.connection.Connections;
import io.tapgate.driving.Claim;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes one message show what its connection asks for. Each try reads the newest state; what was
 * told is written down afterwards, so a try that is cut short is made again.
 */
@Component
class Telling {
  private static final Logger log = LoggerFactory.getLogger(Telling.class);

  private final Questions questions;
  private final Notices notices;
  private final Connections connections;
  private final Taking taking;
  private final Messenger messenger;
  private final Writing writing;

  /** Sent, and not written down yet: a database that is away makes nobody read it twice. */
  private final Map<Token, MessageId> asked = new ConcurrentHashMap<>();

  private final Set<Long> told = ConcurrentHashMap.newKeySet();

  Telling(
      Questions questions,
      Notices notices,
      Connections connections,
      Taking taking,
      Messenger messenger,
      Writing writing) {
    this.questions = questions;
    this.notices = notices;
    this.connections = connections;
    this.taking = taking;
    this.messenger = messenger;
    this.writing = writing;
  }

  /**
   * Between the round that found it due and now, another try may have told it already. Tells
   * whether Telegram was spoken to.
   */
  boolean tell(Question due, Claim claim) {
    return questions
        .stillDue(due.connection())
        .map(newest -> tellNewest(newest, claim))
        .orElse(false);
  }

  private boolean tellNewest(Question question, Claim claim) {
    Connection connection = connections.find(question.connection()).orElseThrow();
    Optional<Face> face = Face.of(connection).or(question::shown);
    if (face.isEmpty() || face.equals(question.shown())) {
      questions.settled(question, claim);
      return false;
    } else if (question.message().isPresent()) {
      change(question, question.message().get(), connection, face.get(), claim);
      return true;
    } else if (face.get() == Face.ASKING) {
      return ask(question, connection, claim);
    } else {
      // Over before it was ever asked: there is no message to change, and none is sent now.
      questions.shows(question, face.get(), claim);
      return false;
    }
  }

  /** Tells whether Telegram was spoken to. */
  boolean tell(Notice notice, Claim claim) {
    if (!notices.isStillDue(notice)) {
      return false;
    }
    boolean spoke = !told.contains(notice.id()) && tell(notice);
    told.add(notice.id());
    notices.told(notice, claim);
    told.remove(notice.id());
    return spoke;
  }

  private boolean tell(Notice notice) {
    if (notice.message().isPresent()) {
      messenger.takeButtons(notice.chat(), notice.message().get());
      return true;
    }
    Optional<Letter> letter = writing.notice(notice);
    letter.ifPresent(words -> messenger.send(notice.chat(), words));
    return letter.isPresent();
  }

  private boolean ask(Question question, Connection connection, Claim claim) {
    MessageId message = asked.get(question.token());
    boolean speaks = message == null;
    if (message == null) {
      Letter letter = writing.question(question, connection, Face.ASKING);
      message = messenger.send(question.chat(), letter);
      asked.put(question.token(), message);
    }
    taking.taken(question, message, claim);
    asked.remove(question.token());
    log.info("connection {}: the question is in chat {}", connection.id(), question.chat());
    return speaks;
  }

  private void change(
      Question question, MessageId message, Connection connection, Face face, Claim claim) {
    messenger.edit(question.chat(), message, writing.question(question, connection, face));
    questions.shows(question, face, claim);
    log.info("connection {}: the chat shows {}", connection.id(), face);
  }
}
