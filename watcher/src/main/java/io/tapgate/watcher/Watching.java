package io.tapgate.watcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop: while the lease is held, poll, hand the batch over, move on behind what was answered.
 */
final class Watching {
  private static final Logger log = LoggerFactory.getLogger(Watching.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);
  private static final Duration WAY_BACK = Duration.ofSeconds(3);
  private static final Duration HANG_UP_BEFORE = Duration.ofSeconds(1);
  private static final Duration A_LOOK_AT_THE_LEASE = Duration.ofSeconds(1);

  private final Telegram telegram;
  private final Lease lease;
  private final Handling handling;
  private final Health health;
  private final Tempo tempo;
  private final Closing closing;

  private long offset;
  private int failures;
  private Optional<Long> lastOffset = Optional.empty();
  private long lastPoll;

  Watching(
      Telegram telegram,
      Lease lease,
      Handling handling,
      Health health,
      Tempo tempo,
      Closing closing) {
    this.telegram = telegram;
    this.lease = lease;
    this.handling = handling;
    this.health = health;
    this.tempo = tempo;
    this.closing = closing;
  }

  void run() throws InterruptedException {
    while (!closing.isAsked()) {
      Optional<Duration> wait = wait(lease.remaining());
      if (wait.isPresent()) {
        guarded(wait.get());
      } else {
        lease.awaitChange(A_LOOK_AT_THE_LEASE);
      }
    }
  }

  /** A mistake of ours may cost a moment, never the loop. */
  private void guarded(Duration wait) throws InterruptedException {
    try {
      poll(wait);
    } catch (RuntimeException e) {
      log.error("a mistake of ours while reading Telegram; the same updates are read again", e);
      closing.pause(tempo.sameOffsetGap());
    }
  }

  /** How long Telegram may wait so that its answer is here before the lease ends. */
  static Optional<Duration> wait(Duration remaining) {
    Duration fitting = Duration.ofSeconds(remaining.minus(WAY_BACK).toSeconds());
    if (!fitting.isPositive()) {
      return Optional.empty();
    }
    return Optional.of(fitting.compareTo(LONGEST_WAIT) < 0 ? fitting : LONGEST_WAIT);
  }

  private void poll(Duration wait) throws InterruptedException {
    Duration early = tooEarlyBy();
    if (early.isPositive()) {
      closing.pause(early);
      return;
    }
    lastOffset = Optional.of(offset);
    lastPoll = tempo.ticker().nanos();
    Duration limit = lease.remaining().minus(HANG_UP_BEFORE);
    if (limit.compareTo(wait) > 0) {
      take(telegram.poll(offset, wait, limit, this::mayRead));
    }
  }

  private boolean mayRead() {
    return lease.isHeld() && !closing.isAsked();
  }

  /** The same offset again, and soon: Telegram would take it for a broken bot. */
  private Duration tooEarlyBy() {
    boolean again = lastOffset.equals(Optional.of(offset));
    Duration since = Duration.ofNanos(tempo.ticker().nanos() - lastPoll);
    return again ? tempo.sameOffsetGap().minus(since) : Duration.ZERO;
  }

  private void take(Polled polled) throws InterruptedException {
    switch (polled) {
      case Polled.Batch(List<Heard> updates) -> good(updates);
      case Polled.Cancelled() -> log.debug("a poll was ended by ourselves");
      case Polled.TokenRefused() ->
          stuck("Telegram refuses the bot's token: write the right one to TELEGRAM_TOKEN");
      case Polled.Webhook() ->
          stuck("a webhook is set for this bot, so it cannot be polled: call deleteWebhook for it");
      case Polled.OtherReader() -> failed("another program polls with this bot's token", backoff());
      case Polled.SlowDown(Duration pause) -> failed("Telegram asks to slow down", pause);
      case Polled.Silent(String why) -> failed(why, backoff());
    }
  }

  private void good(List<Heard> updates) throws InterruptedException {
    if (failures > 0) {
      log.info("Telegram answers again after {} failed polls", failures);
    }
    failures = 0;
    health.polled();
    List<Heard.Said> said = new ArrayList<>();
    long behind = offset;
    for (Heard heard : updates) {
      behind = Math.max(behind, heard.number() + 1);
      switch (heard) {
        case Heard.Said it -> said.add(it);
        case Heard.Noise it -> log.debug("update {} means nothing to us", it.number());
        case Heard.Unreadable it -> skipped(it);
      }
    }
    NavigableSet<Long> unread = handling.handle(said);
    offset = unread.isEmpty() ? behind : unread.first();
  }

  private void skipped(Heard.Unreadable it) {
    health.skipped();
    log.warn("update {} cannot be read and is skipped ({})", it.number(), it.why());
  }

  private Duration backoff() {
    return tempo.telegramBackoff().after(failures + 1);
  }

  private void failed(String why, Duration pause) throws InterruptedException {
    failures++;
    if (failures == 1) {
      log.warn(
          "a poll failed ({}); taps wait and it is tried again in {} ms", why, pause.toMillis());
    }
    health.pollFailed(why);
    closing.pause(pause);
  }

  private void stuck(String what) throws InterruptedException {
    failures++;
    if (health.stuck(what)) {
      log.error("{}. No tap is read until then", what);
    }
    closing.pause(tempo.slow());
  }
}
