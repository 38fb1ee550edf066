package io.tapgate.router;

import io.tapgate.client.Client;
import io.tapgate.client.Clients;
import io.tapgate.connection.Connection;
import io.tapgate.connection.Connections;
import io.tapgate.connection.ReadingBack;
import io.tapgate.connection.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes one router show what the state of one connection asks for, reads it back, and writes that
 * down. Harmless to repeat; cut short anywhere, the next try finishes.
 *
 * <p>Only the newest connection on a tunnel address has a say about the lists; an older one can at
 * most have its own session dropped.
 */
@Component
class Enforcing {
  private static final Logger log = LoggerFactory.getLogger(Enforcing.class);

  private final Connections connections;
  private final Clients clients;
  private final ReadingBack readingBack;
  private final Doubting doubting;
  private final Barring barring;
  private final RouterSettings settings;

  Enforcing(
      Connections connections,
      Clients clients,
      ReadingBack readingBack,
      Doubting doubting,
      Barring barring,
      RouterSettings settings) {
    this.connections = connections;
    this.clients = clients;
    this.readingBack = readingBack;
    this.doubting = doubting;
    this.barring = barring;
    this.settings = settings;
  }

  void enforce(Attempt attempt) {
    switch (attempt.read().state()) {
      case ASKED -> sandbox(attempt);
      case CONFIRMED -> permit(attempt);
      case REJECTED, EXPIRED, BANNED -> turnOut(attempt);
      case ENDED -> end(attempt);
    }
  }

  private void sandbox(Attempt attempt) {
    Sight sight = attempt.door().look(attempt.address());
    shut(attempt, sight);
    List<Session> listed = sight.sessions();
    own(attempt, listed)
        .ifPresentOrElse(
            session -> bound(attempt, session).ifPresent(this::matches),
            () -> doubting.sessionGone(attempt, listed));
  }

  /**
   * Denies what is not denied yet. Where the router shows it so already, its tracked connections
   * are cut: the script on up, and our own denial, each take the permit away, cut, and only then
   * enter DENY; a permit takes DENY away. To cut again would walk the router's whole table for each
   * hook. Should a cut have failed, the permit is gone all the same, and the rules, which ask for
   * it before anything "established" passes, let nothing more through.
   */
  private static void shut(Attempt attempt, Sight sight) {
    if (!sight.isShut()) {
      attempt.door().deny(attempt.address());
    }
  }

  private void permit(Attempt attempt) {
    Sight sight = attempt.door().look(attempt.address());
    Optional<Session> own = own(attempt, sight.sessions());
    if (own.isEmpty()) {
      if (sight.permitted()) {
        attempt.door().deny(attempt.address());
      }
      doubting.sessionGone(attempt, sight.sessions());
      return;
    }
    if (!sight.isOneAlone()) {
      shut(attempt, sight);
      throw shared(attempt, sight);
    }
    attempt.mustHold();
    bound(attempt, own.get()).ifPresent(this::letIn);
  }

  /**
   * A permit goes by address: it would let in whoever else is on it, by a tap that was not theirs.
   */
  private static RouterTrouble shared(Attempt attempt, Sight sight) {
    return new RouterTrouble.Refused(
        "it lists "
            + sight.sessions().size()
            + " sessions on "
            + attempt.address()
            + ", and a permit would let in all of them; nobody is let in there until one is left."
            + " If it stays so, give each client an address of its own");
  }

  /**
   * Whatever happens, only a permit that was proved afterwards is left standing: the router still
   * lists the session on that address, alone, and the state is still the one that was read. What
   * changed meanwhile takes it back, and so does whoever cannot be asked: another node may drive by
   * now.
   */
  private void letIn(Attempt attempt) {
    boolean proven = false;
    try {
      attempt.door().permit(attempt.address(), settings.lease(), attempt.claim()::holds);
      proven = isStillRight(attempt) && isStillWanted(attempt);
    } finally {
      if (!proven) {
        takeBack(attempt);
      }
    }
  }

  /** Another session, or another hand, may have come in between. */
  private boolean isStillRight(Attempt attempt) {
    Sight sight = attempt.door().look(attempt.address());
    if (!sight.isOneAlone() || own(attempt, sight.sessions()).isEmpty()) {
      return false;
    }
    if (!sight.permitted()) {
      throw new RouterTrouble.Refused(
          "the permit of "
              + attempt.address()
              + " was taken away again at once; does somebody else than this Tapgate drive the"
              + " router?");
    }
    return true;
  }

  private boolean isStillWanted(Attempt attempt) {
    return readingBack.matches(
        attempt.read(), attempt.claim().claim(), Optional.of(settings.renewEvery()));
  }

  /** If another node drives by now, this may undo what it has written down as done. */
  private void takeBack(Attempt attempt) {
    log.warn(
        "connection {} may have changed while permitting {}: the permit is taken back",
        attempt.read().id(),
        attempt.address());
    try {
      attempt.door().deny(attempt.address());
    } finally {
      connections.owedAgain(attempt.read().id());
    }
  }

  /** What may stay open is shut before the session is dropped, which may take a while. */
  private void turnOut(Attempt attempt) {
    boolean newest = connections.isNewest(attempt.read());
    Sight sight = attempt.door().look(attempt.address());
    Optional<Session> own = droppable(attempt, newest, sight.sessions());
    List<Session> others = newest ? others(sight, own) : List.of();
    if (!others.isEmpty() || (newest && sight.permitted())) {
      shut(attempt, sight);
    }
    own.ifPresent(session -> attempt.door().drop(session.id()));
    if (newest && others.isEmpty()) {
      clear(attempt);
    }
    if (attempt.read().state() == State.REJECTED || attempt.read().state() == State.BANNED) {
      barring.bar(attempt);
    }
    matches(attempt);
    others.stream().findFirst().ifPresent(other -> doubting.sessionUnreported(attempt, other));
  }

  private static List<Session> others(Sight sight, Optional<Session> own) {
    return sight.sessions().stream().filter(one -> !Optional.of(one).equals(own)).toList();
  }

  /** An older connection's session is dropped only when it is surely that one. */
  private Optional<Session> droppable(Attempt attempt, boolean newest, List<Session> listed) {
    boolean known = attempt.read().dial().session().isPresent();
    return newest || known
        ? Recognising.toDrop(attempt.read(), account(attempt), listed)
        : Optional.empty();
  }

  private void end(Attempt attempt) {
    if (attempt.read().mustBeDropped()) {
      turnOut(attempt);
    } else {
      tidy(attempt);
    }
  }

  private void tidy(Attempt attempt) {
    if (!connections.isNewest(attempt.read())) {
      matches(attempt);
      return;
    }
    Sight sight = attempt.door().look(attempt.address());
    List<Session> listed = sight.sessions();
    if (!listed.isEmpty()) {
      shut(attempt, sight);
      doubting.sessionStillThere(attempt, own(attempt, listed), listed.getFirst());
      return;
    }
    clear(attempt);
    matches(attempt);
  }

  private static void clear(Attempt attempt) {
    attempt.mustHold();
    attempt.door().clear(attempt.address());
  }

  private void matches(Attempt attempt) {
    readingBack.matches(attempt.read(), attempt.claim().claim(), Optional.empty());
  }

  /** The connection knows its session from now on. Empty if it changed meanwhile. */
  private Optional<Attempt> bound(Attempt attempt, Session session) {
    Connection read = attempt.read();
    return read.dial().session().isPresent()
        ? Optional.of(attempt)
        : connections.bind(read, attempt.claim().claim(), session.id()).map(attempt::on);
  }

  private Optional<Session> own(Attempt attempt, List<Session> listed) {
    return Recognising.own(attempt.read(), account(attempt), listed);
  }

  private Predicate<String> account(Attempt attempt) {
    Client client = clients.find(attempt.read().client()).orElseThrow();
    return Recognising.accounts(client, clients);
  }
}
