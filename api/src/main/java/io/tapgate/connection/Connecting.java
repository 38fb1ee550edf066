package io.tapgate.connection;

import io.tapgate.audit.By;
import io.tapgate.client.Ban;
import io.tapgate.client.Bans;
import io.tapgate.client.ChatChanged;
import io.tapgate.client.Client;
import io.tapgate.client.Clients;
import io.tapgate.client.Met;
import io.tapgate.client.Standing;
import io.tapgate.connection.Connections.Arrival;
import io.tapgate.connection.ConnectionsChanged.What;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A VPN came up: put it on record, and have it asked about or banned. */
@Service
public class Connecting {
  private static final Logger log = LoggerFactory.getLogger(Connecting.class);

  private final Clients clients;
  private final Bans bans;
  private final Connections connections;
  private final Moving moving;
  private final Allowances allowances;
  private final ApplicationEventPublisher announce;

  Connecting(
      Clients clients,
      Bans bans,
      Connections connections,
      Moving moving,
      Allowances allowances,
      ApplicationEventPublisher announce) {
    this.clients = clients;
    this.bans = bans;
    this.connections = connections;
    this.moving = moving;
    this.allowances = allowances;
    this.announce = announce;
  }

  /** What became of a report: the connection, new or known already, and whose it is. */
  public record Outcome(Connection connection, Client client) {}

  /**
   * A router reported a session. The same report again gives the same connection; anything else on
   * that tunnel address ends what was there before.
   */
  @Transactional
  public Outcome reported(Report report) {
    By router = By.router(report.dial().router().value());
    Client client = met(report, router);
    noteForeignChat(client, report);
    Arrival arrival = connections.arrive(report.dial(), client.id());
    Optional<Connection> earlier = arrival.live();
    if (earlier.filter(known -> isRepeat(known, client, report.dial())).isPresent()) {
      return new Outcome(repeat(earlier.get(), client), client);
    }
    earlier.ifPresent(known -> moving.move(known, Event.GONE, Cause.REPLACED, router));
    Standing standing = arrival.standing();
    return new Outcome(open(client, standing, report.dial(), Cause.REPORTED, router, true), client);
  }

  /**
   * A router lists a session that no report accounts for, on an address whose newest connection was
   * over, or where nobody ever was. Nothing happens if a report came while the router was read.
   *
   * @param over the newest on that address, by the record
   */
  @Transactional
  public Optional<Outcome> found(Report report, Optional<Connection> over) {
    return found(report, over, () -> true);
  }

  /**
   * The same of the very session that a connection was, and that should be over with it: it is
   * asked about anew, and has one chance in all.
   */
  @Transactional
  public Optional<Outcome> stillThere(Report report, Connection over) {
    SessionId session = report.dial().session().orElseThrow();
    return found(report, Optional.of(over), () -> connections.handOnChance(over, session));
  }

  /** The same of one that an admin is about to answer for: it uses nobody's chance. */
  @Transactional
  public Optional<Outcome> answeredFor(Report report, Optional<Connection> over) {
    return found(report, over, () -> false);
  }

  private Optional<Outcome> found(
      Report report, Optional<Connection> over, BooleanSupplier counts) {
    Client client = met(report, By.router(report.dial().router().value()));
    Arrival arrival = connections.arrive(report.dial(), client.id());
    if (arrival.live().isPresent() || !isStillNewest(over, report.dial())) {
      return Optional.empty();
    }
    Standing standing = arrival.standing();
    return Optional.of(
        new Outcome(
            open(client, standing, report.dial(), Cause.FOUND, By.tapgate(), counts.getAsBoolean()),
            client));
  }

  private boolean isStillNewest(Optional<Connection> over, Dial dial) {
    return over.map(connections::isNewest)
        .orElseGet(() -> connections.isUnused(dial.router(), dial.tunnel()));
  }

  /**
   * Once confirmed, a connection whose session the router was never seen to list cannot be told
   * from a redial that looks the same: it is asked about again rather than let in by another's tap.
   */
  private static boolean isRepeat(Connection known, Client client, Dial dial) {
    boolean provable = known.state() == State.ASKED || known.dial().session().isPresent();
    return provable && known.client().equals(client.id()) && known.dial().looksLike(dial);
  }

  private Connection repeat(Connection known, Client client) {
    Connection owed = connections.lookAgain(known);
    Connection repeated = canBeAskedNow(owed, client) ? giveFullTime(owed) : owed;
    announce.publishEvent(new ConnectionsChanged(What.REPEATED, repeated));
    return repeated;
  }

  /** Nobody was to be asked when it came up, and its time ran from then; now there is a chat. */
  private boolean canBeAskedNow(Connection known, Client client) {
    Connection.Moments moments = known.moments();
    return client.chat().isPresent()
        && known.state() == State.ASKED
        && moments.taken() == null
        && moments.deadline().isAfter(moments.read())
        && moments.deadline().isBefore(latest(known));
  }

  private Connection giveFullTime(Connection known) {
    return connections.prolong(known, latest(known));
  }

  private Instant latest(Connection known) {
    return known.moments().asked().plus(allowances.at(known.dial().router()).latest());
  }

  private Connection open(
      Client client, Standing standing, Dial dial, Cause cause, By by, boolean counts) {
    Allowance allowed = allowances.at(dial.router());
    Connection opened =
        switch (counts ? standing.verdict(allowed.chances()) : askUnlessBanned(standing)) {
          case ASK -> ask(client, dial, cause, by, counts, standing.at());
          case BAN -> ban(client, dial, allowed, by, standing.at());
          case STILL_BANNED -> turnAway(client, dial, by, standing.at());
        };
    announce.publishEvent(new ConnectionsChanged(What.MOVED, opened));
    return opened;
  }

  private static Standing.Verdict askUnlessBanned(Standing standing) {
    return standing.banned() ? Standing.Verdict.STILL_BANNED : Standing.Verdict.ASK;
  }

  private Connection ask(
      Client client, Dial dial, Cause cause, By by, boolean counts, Instant now) {
    Connection asked = openAs(State.ASKED, cause, by, client, dial, counts, now);
    log.info(
        "connection {}: {} asked about on {} from {}; sandboxed until the tap",
        asked.id(),
        client.title(),
        dial.tunnel(),
        dial.caller());
    return asked;
  }

  private Connection ban(Client client, Dial dial, Allowance allowed, By by, Instant now) {
    Optional<Instant> until = allowed.ban().length().map(now::plus);
    bans.begin(client.id(), Ban.Reason.OVER_LIMIT, now, until, By.tapgate());
    Connection banned = openAs(State.BANNED, Cause.OVER_LIMIT, by, client, dial, false, now);
    log.warn(
        "connection {}: {} had {} unconfirmed connections and is banned {}",
        banned.id(),
        client.title(),
        allowed.chances(),
        until.map(end -> "until " + end).orElse("until lifted"));
    return banned;
  }

  private Connection turnAway(Client client, Dial dial, By by, Instant now) {
    Connection banned = openAs(State.BANNED, Cause.DURING_BAN, by, client, dial, false, now);
    log.info("connection {}: {} is banned; the session is dropped", banned.id(), client.title());
    return banned;
  }

  private Connection openAs(
      State state, Cause cause, By by, Client client, Dial dial, boolean counts, Instant now) {
    Allowance allowed = allowances.at(dial.router());
    // Nobody to ask: there is no Telegram to wait for.
    Instant deadline =
        now.plus(client.chat().isPresent() ? allowed.latest() : allowed.timeToAnswer());
    return connections.open(
        new Connections.Opening(client.id(), dial, state, cause, by, counts, now, deadline));
  }

  private Client met(Report report, By router) {
    Met met = clients.meet(report.who(), router.actor());
    if (met.left().isPresent()) {
      announce.publishEvent(new ChatChanged(met.client(), met.left()));
    }
    return met.client();
  }

  private void noteForeignChat(Client client, Report report) {
    report
        .who()
        .chat()
        .filter(named -> !client.chat().equals(Optional.of(named)))
        .ifPresent(named -> {
          clients.offer(client.id(), named);
          announce.publishEvent(new ForeignChatNamed(client, named));
        });
  }
}
