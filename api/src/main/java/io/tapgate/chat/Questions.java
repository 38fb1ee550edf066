package io.tapgate.chat;

import io.tapgate.client.ChatId;
import io.tapgate.client.ClientId;
import io.tapgate.connection.ConnectionId;
import io.tapgate.driving.Claim;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Every question ever asked, and what its message shows. */
public interface Questions {

  /**
   * A question to the client's chat, due now. Harmless to repeat. False if the client has no chat.
   */
  boolean ask(ConnectionId connection, ClientId client, Token token);

  Optional<Question> withToken(Token token);

  /** These connections changed: their questions are due. */
  void due(Collection<ConnectionId> connections);

  /** A question that is due, and what that is owed to. */
  record Due(Question question, Urgency urgency) {}

  /** The most urgent of the due questions, by deadline, but for chats to be left alone. */
  List<Due> due(int most, Quiet quiet);

  /** The newest reading of a question that is still due. */
  Optional<Question> stillDue(ConnectionId connection);

  /**
   * A message of this question came to light. False if another one is known for it. One that is the
   * first to be known is due: it shows whatever was sent, and nobody knows what that is by now.
   */
  boolean adopt(ConnectionId connection, MessageId message);

  /**
   * Telegram took it. Gives the message that stands for the question from now on: another one, if a
   * tap revealed that one meanwhile. Empty if somebody else drives by now, and nothing was written.
   */
  Optional<MessageId> sent(Question read, MessageId message, Claim claim);

  /** It shows this now. What changed since it was read stays due. */
  void shows(Question read, Face face, Claim claim);

  /** There is nothing to tell just now. What changed since it was read stays due. */
  void settled(Question read, Claim claim);

  /**
   * Telegram will never take it. What changes later is tried again, and so is a question that is
   * still asked about once its chat takes messages again.
   */
  void refused(Question read, String why, Claim claim);

  /**
   * The chat takes messages again: what was refused there before it was ever sent, and is still
   * asked about, is due. How many that are.
   */
  int askAgain(ChatId chat);

  /** Puts the next try off, twice as long each time. */
  void putOff(Question read, Duration first, Duration most, Claim claim);
}
