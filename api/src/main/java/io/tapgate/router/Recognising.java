package io.tapgate.router;

import io.tapgate.client.AccountName;
import io.tapgate.connection.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which of the sessions a router lists on a tunnel address is this connection's.
 *
 * <p>Once known, its id decides. Until then it is the one with the same account and caller. Either
 * way it must have been up when the connection was reported: a session that began later belongs to
 * a later report, and ids may come again after a reboot.
 */
final class Recognising {
  /** Routers count in whole seconds, and a report takes a moment to arrive. */
  static final Duration SLACK = Duration.ofSeconds(3);

  private Recognising() {}

  static Optional<Session> own(
      Connection connection, Optional<AccountName> account, List<Session> listed) {
    return listed.stream()
        .filter(session -> wasUp(session, connection))
        .filter(session -> isTheOne(session, connection, account))
        .findFirst();
  }

  private static boolean wasUp(Session session, Connection connection) {
    Connection.Moments moments = connection.moments();
    Duration sinceReport = Duration.between(moments.asked(), moments.read());
    return session.age().plus(SLACK).compareTo(sinceReport) >= 0;
  }

  private static boolean isTheOne(
      Session session, Connection connection, Optional<AccountName> account) {
    return connection
        .dial()
        .session()
        .map(known -> known.equals(session.id()))
        .orElseGet(() -> looksLikeIt(session, connection, account));
  }

  private static boolean looksLikeIt(
      Session session, Connection connection, Optional<AccountName> account) {
    boolean sameAccount = account.isEmpty() || account.get().value().equals(session.name());
    return sameAccount && session.from().equals(Optional.of(connection.dial().caller()));
  }
}
