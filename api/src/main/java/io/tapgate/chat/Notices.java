package io.tapgate.chat;

import io.tapgate.client.ChatId;
import io.tapgate.client.ClientId;
import io.tapgate.connection.ConnectionId;
import io.tapgate.driving.Claim;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every message of its own, told and still to be told. */
public interface Notices {

  /**
   * To the chat of a client, about a connection; once for each kind. Nothing if there is no chat.
   */
  void tellClient(
      ClientId client, Notice.Kind kind, ConnectionId connection, Optional<String> detail);

  /**
   * To a chat.
   *
   * @param once what it is about: the same kind about the same thing is never told twice
   */
  void tell(
      ChatId chat,
      Notice.Kind kind,
      String once,
      Optional<ConnectionId> connection,
      Optional<String> detail);

  /** A second message of a question: its buttons are to go. */
  void stray(ChatId chat, MessageId message);

  /** The most urgent of the due notices, but for chats to be left alone. */
  List<Notice> due(int most, Quiet quiet);

  /** Whether it is still to be told. */
  boolean isStillDue(Notice notice);

  /** Removes what was told, or refused, and is older than this. */
  void forget(Duration age);

  void told(Notice notice, Claim claim);

  void refused(Notice notice, String why, Claim claim);

  void putOff(Notice notice, Duration first, Duration most, Claim claim);
}
