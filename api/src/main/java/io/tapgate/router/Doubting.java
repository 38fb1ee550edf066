package io.tapgate.router;

import io.tapgate.address.Caller;
import io.tapgate.client.AccountName;
import io.tapgate.client.Client;
import io.tapgate.client.Clients;
import io.tapgate.client.Introduction;
import io.tapgate.connection.Connecting;
import io.tapgate.connection.Connection;
import io.tapgate.connection.Connections;
import io.tapgate.connection.Dial;
import io.tapgate.connection.Ending;
import io.tapgate.connection.Report;
import io.tapgate.connection.RouterId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A reading that speaks against what we believe: the session of a live connection is not listed, or
 * one is listed that should be over. The first such reading only asks for a second; the second is
 * acted on, if the connection did not change in between.
 *
 * <p>Who is asked about shows where they come from, and may be banned by it. A session of somebody
 * else of whom the router does not say as much cannot be asked about: it is dropped.
 */
@Component
class Doubting {
  private static final Logger log = LoggerFactory.getLogger(Doubting.class);
  private static final Duration SECOND_READING = Duration.ofMillis(500);
  private static final int LONGEST_SHOWN = 64;
  private static final String NOBODYS =
      "router lists session {} on {} and no account or caller that could be asked about (account"
          + " \"{}\", caller \"{}\"): it is dropped";

  private final Connections connections;
  private final Clients clients;
  private final Connecting connecting;
  private final Ending ending;

  Doubting(Connections connections, Clients clients, Connecting connecting, Ending ending) {
    this.connections = connections;
    this.clients = clients;
    this.connecting = connecting;
    this.ending = ending;
  }

  /** The router does not list the connection's session, whatever else it lists there. */
  void sessionGone(Attempt attempt, List<Session> listed) {
    if (isSecond(attempt)) {
      log.info(
          "connection {}: the router lists {} on {}, not its session; it ends",
          attempt.read().id(),
          listed.isEmpty() ? "nothing" : "another session",
          attempt.address());
      ending.gone(attempt.read());
    }
  }

  /**
   * The router lists a session where the connection ended: the same one still, or one that was
   * never reported. It is asked about; one chance of the same session is counted, and no second.
   */
  void sessionStillThere(Attempt attempt, Optional<Session> own, Session listed) {
    if (isSecond(attempt)) {
      own.map(session -> ownReport(attempt.read(), session))
          .or(() -> {
            Dial before = attempt.read().dial();
            return othersReport(
                before.router(), before.destination(), listed, new Notes(attempt.door()));
          })
          .ifPresentOrElse(
              report -> askAbout(attempt, report, own), () -> turnOut(attempt, listed));
    }
  }

  private void askAbout(Attempt attempt, Report report, Optional<Session> own) {
    Connection over = attempt.read();
    log.info(
        "router lists session {} on {} though connection {} is over; it is asked about",
        report.dial().session().orElseThrow(),
        attempt.address(),
        over.id());
    if (own.isPresent()) {
      connecting.stillThere(report, over);
    } else {
      connecting.found(report, Optional.of(over));
    }
  }

  /** Not where a report came meanwhile: that connection has its own driver's try. */
  private void turnOut(Attempt attempt, Session nobodys) {
    if (!connections.isNewest(attempt.read())) {
      return;
    }
    log.warn(NOBODYS, nobodys.id(), attempt.address(), account(nobodys), caller(nobodys));
    attempt.door().drop(nobodys.id());
    connections.doubt(attempt.read(), attempt.claim().claim(), SECOND_READING);
  }

  /**
   * The router lists somebody else's session where the connection was turned out: their report may
   * be on its way still. If it does not come, they are asked about all the same.
   */
  void sessionUnreported(Attempt attempt, Session other) {
    sessionStillThere(attempt, Optional.empty(), other);
  }

  /**
   * The router listed a session twice where nobody ever was, and no report came in between: its
   * report was lost.
   */
  void sessionUnheard(Router router, Session there, RouterDoor door, Notes notes) {
    othersReport(router.id(), Optional.empty(), there, notes)
        .ifPresentOrElse(
            report -> connecting.found(report, Optional.empty()),
            () -> {
              log.warn(NOBODYS, there.id(), there.address(), account(there), caller(there));
              door.drop(there.id());
            });
  }

  private boolean isSecond(Attempt attempt) {
    if (!attempt.read().doubted()) {
      connections.doubt(attempt.read(), attempt.claim().claim(), SECOND_READING);
    }
    return attempt.read().doubted();
  }

  private Report ownReport(Connection ended, Session own) {
    Caller caller = own.from().orElse(ended.dial().caller());
    return new Report(
        introduction(ended, own),
        dial(ended.dial().router(), ended.dial().destination(), own, caller));
  }

  private Optional<Report> othersReport(
      RouterId router, Optional<String> destination, Session there, Notes notes) {
    return there
        .account()
        .flatMap(name ->
            there
                .from()
                .map(caller ->
                    new Report(
                        introduction(name, notes), dial(router, destination, there, caller))));
  }

  private static Dial dial(
      RouterId router, Optional<String> destination, Session there, Caller caller) {
    return new Dial(
        router,
        there.address(),
        caller,
        destination,
        Optional.of(there.id()),
        Optional.ofNullable(there.service()));
  }

  /** Of a client that is known by its chat alone, its own session goes on asking that chat. */
  private Introduction introduction(Connection ended, Session own) {
    return clients
        .find(ended.client())
        .filter(client -> client.name().isEmpty())
        .flatMap(Client::chat)
        .map(chat -> new Introduction(Optional.empty(), Optional.of(chat)))
        .orElseGet(
            () -> new Introduction(Optional.of(own.account().orElseThrow()), Optional.empty()));
  }

  /**
   * By the account the session was opened with, whoever had the address before. Where no chat is
   * known of it, the router's note says what its report would have said.
   */
  private Introduction introduction(AccountName name, Notes notes) {
    boolean known = clients.named(name.value()).flatMap(Client::chat).isPresent();
    return new Introduction(Optional.of(name), known ? Optional.empty() : notes.chat(name));
  }

  private static String account(Session session) {
    return shown(session.name());
  }

  private static String caller(Session session) {
    return shown(session.caller());
  }

  /** As much of it as tells the admin whose it is, and no line of its own in the log. */
  private static String shown(@Nullable String text) {
    String words = text == null ? "" : text.replaceAll("\\p{Cntrl}", " ");
    return words.length() > LONGEST_SHOWN ? words.substring(0, LONGEST_SHOWN) + "…" : words;
  }
}
