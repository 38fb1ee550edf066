package io.tapgate.watcher;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Asks for the lease and keeps it: again after a third of its span, so two askings may fail before
 * it is lost.
 *
 * <p>Whoever gets nothing from Telegram for too long leaves the lease to run out and asks again a
 * few turns later: a standby that can read wins it meanwhile. Without one, we go on trying.
 */
final class Renewing implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(Renewing.class);
  private static final Duration AT_LEAST = Duration.ofMillis(250);
  private static final int TURNS_OF_A_STANDBY = 3;

  private final Api api;
  private final Lease lease;
  private final Health health;
  private final Telegram telegram;
  private final Toasts toasts;
  private final Tempo tempo;
  private final Closing over;
  private int failures;
  private long asideUntil;

  Renewing(
      Api api,
      Lease lease,
      Health health,
      Telegram telegram,
      Toasts toasts,
      Tempo tempo,
      Closing over) {
    this.api = api;
    this.lease = lease;
    this.health = health;
    this.telegram = telegram;
    this.toasts = toasts;
    this.tempo = tempo;
    this.over = over;
    this.asideUntil = tempo.ticker().nanos();
  }

  @Override
  public void run() {
    try {
      while (!over.isAsked()) {
        over.pause(asked());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing may end this: without it the lease runs out and no tap is read any more. */
  private Duration asked() {
    try {
      return once();
    } catch (RuntimeException e) {
      log.error("a mistake of ours while asking for the lease; asked again", e);
      return tempo.apiBackoff().after(1);
    }
  }

  /** Asks once, or lets others go first; tells how long to wait before asking again. */
  private Duration once() {
    Duration aside = aside();
    if (aside.isPositive()) {
      return aside.compareTo(tempo.standBy()) < 0 ? aside : tempo.standBy();
    }
    long askedAt = tempo.ticker().nanos();
    return switch (api.askToRead(health.telegramTrouble())) {
      case Grant.Read read -> read(askedAt, read);
      case Grant.Wait() -> standBy();
      case Grant.Unknown unknown -> unknown(unknown);
    };
  }

  /** For how long others go first. */
  private Duration aside() {
    long now = tempo.ticker().nanos();
    if (health.readsNothing()) {
      stepAside(now);
    } else if (lease.isHeld()) {
      asideUntil = now;
    }
    return Duration.ofNanos(asideUntil - now);
  }

  private void stepAside(long now) {
    Duration turns = tempo.standBy().multipliedBy(TURNS_OF_A_STANDBY);
    boolean news = asideUntil - now <= 0;
    asideUntil = now + lease.remaining().plus(turns).toNanos();
    if (news) {
      log.warn(
          "Telegram gives nothing to read ({}): the lease is left to run out in {} s, for another"
              + " watcher to take",
          health.telegramTrouble().orElse("no good poll"),
          lease.remaining().toSeconds());
    }
  }

  private Duration read(long askedAt, Grant.Read grant) {
    Duration span = grant.span();
    boolean before = lease.isHeld();
    lease.granted(askedAt, span);
    toasts.learn(grant.received());
    answered();
    if (!before) {
      log.info("reading Telegram: the api granted the lease for {} s", span.toSeconds());
    }
    return longer(span.dividedBy(3), AT_LEAST);
  }

  private Duration standBy() {
    boolean before = lease.isHeld();
    lease.lost();
    answered();
    health.standsBy();
    if (before) {
      log.warn("another watcher was given the lease: this one stops reading and stands by");
      telegram.cancelPoll();
    }
    return tempo.standBy();
  }

  private Duration unknown(Grant.Unknown unknown) {
    failures++;
    health.apiIsSilent(unknown.why());
    if (failures == 1) {
      Level level = unknown.forAPerson() ? Level.ERROR : Level.WARN;
      log.atLevel(level)
          .log("the api did not say whether to read ({}); asked until it does", unknown.why());
    }
    return tempo.apiBackoff().after(failures);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private void answered() {
    if (failures > 0) {
      log.info("the api answers again after {} failed askings for the lease", failures);
    }
    failures = 0;
    health.apiAnswers();
  }
}
