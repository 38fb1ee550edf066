package io.tapgate.chat;

import io.tapgate.client.ChatId;
import io.tapgate.client.ClientId;
import io.tapgate.connection.ConnectionId;
import io.tapgate.driving.Claim;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Nothing of its own is ever to be told. */
final class NoNotices implements Notices {
  @Override
  public List<Notice> due(int most, Quiet quiet) {
    return List.of();
  }

  @Override
  public void tellClient(ClientId client, Notice.Kind kind, ConnectionId connection) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void tell(
      ChatId chat,
      Notice.Kind kind,
      String once,
      Optional<ConnectionId> connection,
      Optional<String> detail) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void stray(ChatId chat, MessageId message) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isStillDue(Notice notice) {
    return false;
  }

  @Override
  public void forget(Duration age) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void told(Notice notice, Claim claim) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void refused(Notice notice, String why, Claim claim) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void putOff(Notice notice, Duration first, Duration most, Claim claim) {
    throw new UnsupportedOperationException();
  }
}
