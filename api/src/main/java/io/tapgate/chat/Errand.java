package io.tapgate.chat;

import io.tapgate.client.ChatId;
import io.tapgate.connection.ConnectionId;
import io.tapgate.driving.Claim;
import java.time.Duration;
import java.util.Optional;

/** One thing to be told in one chat, and what is written down when it cannot be. */
sealed interface Errand {
  ChatId chat();

  Urgency urgency();

  /** The connection it is about, if it is about one. */
  Optional<ConnectionId> about();

  /**
   * Throws {@link ChatTrouble} when it was not told. Tells whether Telegram was spoken to: there
   * may have been nothing to say.
   */
  boolean run(Claim claim);

  void refused(ChatTrouble.Refused refused, Claim claim);

  void putOff(Duration first, Duration most, Claim claim);

  /** A question whose message must change, or be sent. */
  record OfQuestion(Questions.Due due, Telling telling, Questions questions, Refusing refusing)
      implements Errand {
    private Question question() {
      return due.question();
    }

    @Override
    public ChatId chat() {
      return question().chat();
    }

    @Override
    public Urgency urgency() {
      return due.urgency();
    }

    @Override
    public Optional<ConnectionId> about() {
      return Optional.of(question().connection());
    }

    @Override
    public boolean run(Claim claim) {
      return telling.tell(question(), claim);
    }

    @Override
    public void refused(ChatTrouble.Refused refused, Claim claim) {
      refusing.refused(question(), refused, claim);
    }

    @Override
    public void putOff(Duration first, Duration most, Claim claim) {
      questions.putOff(question(), first, most, claim);
    }

    @Override
    public String toString() {
      return "the question of connection " + question().connection();
    }
  }

  /** A message of its own. */
  record OfNotice(Notice notice, Telling telling, Notices notices, Refusing refusing)
      implements Errand {
    @Override
    public ChatId chat() {
      return notice.chat();
    }

    @Override
    public Urgency urgency() {
      return notice.kind().urgency();
    }

    @Override
    public Optional<ConnectionId> about() {
      return notice.connection();
    }

    @Override
    public boolean run(Claim claim) {
      return telling.tell(notice, claim);
    }

    @Override
    public void refused(ChatTrouble.Refused refused, Claim claim) {
      refusing.refused(notice, refused, claim);
    }

    @Override
    public void putOff(Duration first, Duration most, Claim claim) {
      notices.putOff(notice, first, most, claim);
    }

    @Override
    public String toString() {
      return "a notice (" + notice.kind() + ")";
    }
  }
}
