package io.tapgate.router;

import io.tapgate.client.Client;
import io.tapgate.client.Clients;
import io.tapgate.connection.Connection;
import io.tapgate.connection.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which of the sessions a router lists on a tunnel address is this connection's.
 *
 * <p>Once known, its id and its account decide. Until then it is the one with the same account and
 * caller that was up when the connection was reported: a session that began later belongs to a
 * later report.
 */
final class Recognising {
  /** Routers count in whole seconds, and a report takes a moment to arrive. */
  static final Duration SLACK = Duration.ofSeconds(3);

  /** Ids may come again after a reboot, which takes longer than this; clocks may be set by less. */
  static final Duration SLACK_ONCE_KNOWN = Duration.ofSeconds(30);

  /**
   * A router counts by a crystal of its own: 50 millionths off make 4 s a day, and a session that
   * is up for weeks would outgrow any fixed slack. This is twenty times as much.
   *
   * <p>What it lets through is a session of the same id and account that began so much later than
   * the report: after a reboot, as nothing else gives out an id again. Whoever reads the router
   * meanwhile finds it out, since the slack is small while the connection is young: to pass, a
   * session that began a minute after the report must go unread for eight hours, one that began
   * later for longer still, while a permit is looked at each third of its lease.
   */
  static final int DRIFT = 1000;

  private Recognising() {}

  /**
   * Which account names are this client's. One that is known by its chat alone may have any name
   * but one that is known to be somebody else's.
   */
  static Predicate<String> accounts(Client client, Clients all) {
    return client
        .name()
        .<Predicate<String>>map(name -> name.value()::equals)
        .orElse(listed -> !isSomebodyElses(listed, client, all));
  }

  private static boolean isSomebodyElses(String account, Client client, Clients all) {
    return all.named(account).filter(known -> !known.chat().equals(client.chat())).isPresent();
  }

  /** The session that may be let in: its id, and its age. */
  static Optional<Session> own(
      Connection connection, Predicate<String> account, List<Session> listed) {
    Optional<SessionId> known = connection.dial().session();
    return known.isPresent()
        ? listed(known.get(), account, listed)
            .filter(one -> wasUp(one, connection, slackOnceKnown(connection)))
        : listed.stream()
            .filter(session -> wasUp(session, connection, SLACK))
            .filter(session -> looksLikeIt(session, connection, account))
            .findFirst();
  }

  /** The session that must go: once its id is known, whatever the clocks say. */
  static Optional<Session> toDrop(
      Connection connection, Predicate<String> account, List<Session> listed) {
    Optional<SessionId> known = connection.dial().session();
    return known.isPresent()
        ? listed(known.get(), account, listed)
        : own(connection, account, listed);
  }

  /** The id may be what a hook said: whose session it is, the router says. */
  private static Optional<Session> listed(
      SessionId id, Predicate<String> account, List<Session> listed) {
    return listed.stream()
        .filter(session -> session.id().equals(id) && account.test(session.name()))
        .findFirst();
  }

  private static boolean wasUp(Session session, Connection connection, Duration slack) {
    return session.age().plus(slack).compareTo(sinceReport(connection)) >= 0;
  }

  private static Duration slackOnceKnown(Connection connection) {
    return SLACK_ONCE_KNOWN.plus(sinceReport(connection).dividedBy(DRIFT));
  }

  private static Duration sinceReport(Connection connection) {
    return Duration.between(connection.moments().asked(), connection.moments().read());
  }

  private static boolean looksLikeIt(
      Session session, Connection connection, Predicate<String> account) {
    return account.test(session.name())
        && session.from().equals(Optional.of(connection.dial().caller()));
  }
}
