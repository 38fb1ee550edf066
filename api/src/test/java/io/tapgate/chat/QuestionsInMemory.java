package io.tapgate.chat;

import io.tapgate.client.ChatId;
import io.tapgate.client.ClientId;
import io.tapgate.connection.ConnectionId;
import io.tapgate.driving.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions without a database: those put in are due until something became of them. */
final class QuestionsInMemory implements Questions {
  private final Map<ConnectionId, Question> due = new LinkedHashMap<>();
  private final List<String> became = new ArrayList<>();

  synchronized void put(Question question) {
    due.put(question.connection(), question);
  }

  /** What became of each, in order. */
  synchronized List<String> became() {
    return List.copyOf(became);
  }

  @Override
  public synchronized List<Due> due(int most, Quiet quiet) {
    return due.values().stream()
        .filter(one -> !quiet.busy().contains(one.chat()))
        .filter(one -> one.message().isPresent() || !quiet.resting().contains(one.chat()))
        .map(one -> new Due(one, one.message().isEmpty() ? Urgency.ASK : Urgency.CHANGE))
        .sorted(Comparator.comparing(Due::urgency))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized Optional<Question> stillDue(ConnectionId connection) {
    return Optional.ofNullable(due.get(connection));
  }

  @Override
  public Optional<MessageId> sent(Question read, MessageId message, Claim claim) {
    became(read, "sent " + message.value());
    return Optional.of(message);
  }

  @Override
  public void shows(Question read, Face face, Claim claim) {
    became(read, "shows " + face);
  }

  @Override
  public void settled(Question read, Claim claim) {
    became(read, "settled");
  }

  @Override
  public void refused(Question read, String why, Claim claim) {
    became(read, "refused: " + why);
  }

  @Override
  public int askAgain(ChatId chat) {
    throw new UnsupportedOperationException("asked again in a transaction");
  }

  @Override
  public void putOff(Question read, Duration first, Duration most, Claim claim) {
    became(read, "put off " + first + " to " + most);
  }

  @Override
  public boolean ask(ConnectionId connection, ClientId client, Token token) {
    throw new UnsupportedOperationException("asked in a transaction");
  }

  @Override
  public Optional<Question> withToken(Token token) {
    throw new UnsupportedOperationException("looked up in a transaction");
  }

  @Override
  public synchronized void due(Collection<ConnectionId> connections) {
    connections.forEach(one -> became.add(one + " due"));
  }

  @Override
  public boolean adopt(ConnectionId connection, MessageId message) {
    throw new UnsupportedOperationException("adopted in a transaction");
  }

  private synchronized void became(Question read, String what) {
    became.add(read.connection() + " " + what);
    due.remove(read.connection());
  }
}
