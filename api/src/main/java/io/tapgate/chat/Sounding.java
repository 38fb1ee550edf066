package io.tapgate.chat;

import io.tapgate.driving.Held;
import io.tapgate.driving.Mishap;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Telegram who we are when nothing else was said to it for a while, so that a bot that is dead
 * is noticed before somebody is stuck because of it. Nobody is written to.
 */
final class Sounding {
  private static final Logger log = LoggerFactory.getLogger(Sounding.class);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Messenger messenger;
  private final Reachability condition;
  private final LongSupplier nanos;
  private final Executor offTheRound;
  private final AtomicBoolean underWay = new AtomicBoolean();
  private volatile long last;

  /** With a clock that never jumps. */
  Sounding(Messenger messenger, Reachability condition, LongSupplier nanos, Executor offTheRound) {
    this.messenger = messenger;
    this.condition = condition;
    this.nanos = nanos;
    this.offTheRound = offTheRound;
    this.last = nanos.getAsLong();
  }

  /** Telegram was called just now, whatever came of it. */
  void spoken() {
    last = nanos.getAsLong();
  }

  /** The round that asks for it does not wait for the answer. */
  void ifLongSilent(Held claim) {
    boolean isLong = nanos.getAsLong() - last >= LONG.toNanos();
    if (isLong && underWay.compareAndSet(false, true)) {
      offTheRound.execute(() -> sound(claim));
    }
  }

  private void sound(Held claim) {
    try {
      ask(claim);
    } catch (RuntimeException trouble) {
      log.warn("Telegram could not be asked who we are: {}", new Mishap(trouble));
    } finally {
      spoken();
      underWay.set(false);
    }
  }

  /** What came too late for the claim is whoever drives now to find out. */
  private void ask(Held claim) {
    try {
      messenger.whoAmI();
      condition.answered();
    } catch (ChatTrouble trouble) {
      if (claim.holds()) {
        failed(trouble);
      }
    }
  }

  private void failed(ChatTrouble trouble) {
    if (condition.trouble().isEmpty()) {
      log.warn(
          "nobody was to be told anything, but nobody could be: {}; asked again in {} s",
          trouble.getMessage(),
          LONG.toSeconds());
    }
    condition.failed(trouble);
  }
}
