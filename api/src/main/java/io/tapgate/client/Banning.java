package io.tapgate.client;

import io.tapgate.audit.By;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An admin keeps a client out, or lets it in again. A lock is a ban on the account alone; either is
 * lifted without the other.
 */
@Service
public class Banning {
  private static final Logger log = LoggerFactory.getLogger(Banning.class);
  private static final Set<Ban.Reason> BANS =
      Set.of(Ban.Reason.OVER_LIMIT, Ban.Reason.NOT_ME, Ban.Reason.ADMIN);

  private final Clients clients;
  private final Bans bans;
  private final ApplicationEventPublisher announce;

  Banning(Clients clients, Bans bans, ApplicationEventPublisher announce) {
    this.clients = clients;
    this.bans = bans;
    this.announce = announce;
  }

  /**
   * @param length empty means until it is lifted
   */
  @Transactional
  public Optional<Ban> ban(ClientId id, Optional<Duration> length, By by) {
    return begin(id, Ban.Reason.ADMIN, length, by);
  }

  /**
   * @param length empty means until it is unlocked
   */
  @Transactional
  public Optional<Ban> lock(ClientId id, Optional<Duration> length, By by) {
    return begin(id, Ban.Reason.LOCKED, length, by);
  }

  /** Every ban in force but a lock; none is fine. Empty if there is no such client. */
  @Transactional
  public Optional<List<BanId>> unban(ClientId id, By by) {
    return lift(id, BANS, by);
  }

  @Transactional
  public Optional<List<BanId>> unlock(ClientId id, By by) {
    return lift(id, Set.of(Ban.Reason.LOCKED), by);
  }

  /** One ban, whatever it is for. Empty if it is over, or there is none. */
  @Transactional
  public Optional<Ban> lift(BanId id, By by) {
    Optional<Ban> lifted = bans.lift(id, by);
    lifted.ifPresent(
        ban -> announce(clients.find(ban.client()).orElseThrow(), List.of(ban.id()), by));
    return lifted;
  }

  private Optional<Ban> begin(ClientId id, Ban.Reason reason, Optional<Duration> length, By by) {
    return clients.hold(id).map(client -> begin(client, reason, length, by));
  }

  private Ban begin(Client client, Ban.Reason reason, Optional<Duration> length, By by) {
    Instant now = bans.now();
    Ban ban = bans.begin(client.id(), reason, now, length.map(now::plus), by);
    log.info("{} is kept out by {} ({})", client.title(), by.actor(), reason);
    announce.publishEvent(new Barred(client, ban, by));
    return ban;
  }

  private Optional<List<BanId>> lift(ClientId id, Set<Ban.Reason> reasons, By by) {
    return clients
        .hold(id)
        .map(client -> {
          List<BanId> lifted = bans.lift(id, reasons, by);
          if (!lifted.isEmpty()) {
            announce(client, lifted, by);
          }
          return lifted;
        });
  }

  private void announce(Client client, List<BanId> lifted, By by) {
    boolean free = bans.inForce(client.id()).isEmpty();
    log.info(
        "{}: {} lifted by {}; {}",
        client.title(),
        lifted.size() == 1 ? "a ban" : lifted.size() + " bans",
        by.actor(),
        free ? "asked again from now on" : "still kept out by another");
    announce.publishEvent(new BansLifted(client, lifted, free));
  }
}
