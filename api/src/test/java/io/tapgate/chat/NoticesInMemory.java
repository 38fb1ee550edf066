package io.tapgate.chat;

import io.tapgate.client.ChatId;
import io.tapgate.client.ClientId;
import io.tapgate.connection.ConnectionId;
import io.tapgate.driving.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notices without a database: nothing is ever due, and what is to be told is written down. */
final class NoticesInMemory implements Notices {
  private final List<String> told = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  /** To whom, what, about what and in which words, in order; the same thing once. */
  synchronized List<String> told() {
    return List.copyOf(told);
  }

  @Override
  public List<Notice> due(int most, Quiet quiet) {
    return List.of();
  }

  @Override
  public void tellClient(
      ClientId client, Notice.Kind kind, ConnectionId connection, Optional<String> detail) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void tell(
      ChatId chat,
      Notice.Kind kind,
      String once,
      Optional<ConnectionId> connection,
      Optional<String> detail) {
    keep(chat + " " + kind + " " + once, chat + " " + kind + ": " + detail.orElse(""));
  }

  private synchronized void keep(String key, String what) {
    if (known.add(key)) {
      told.add(what);
    }
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
  public synchronized void refused(Notice notice, String why, Claim claim) {
    told.add("refused: " + why);
  }

  @Override
  public void putOff(Notice notice, Duration first, Duration most, Claim claim) {
    throw new UnsupportedOperationException();
  }
}
