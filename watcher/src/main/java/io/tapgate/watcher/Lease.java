package io.tapgate.watcher;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to read Telegram, held until a moment on our own monotonic clock. It ends by itself
 * when nobody renews it, so a watcher that is cut off from the api stops reading before another is
 * let in.
 */
final class Lease {
  private final Ticker ticker;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long since;
  private long until;

  Lease(Ticker ticker) {
    this.ticker = ticker;
    this.since = ticker.nanos();
    this.until = since;
  }

  /** Held for this long after the moment at which it was asked for. */
  void granted(long askedAt, Duration span) {
    set(askedAt + span.toNanos());
  }

  void lost() {
    set(ticker.nanos());
  }

  boolean isHeld() {
    return remaining().isPositive();
  }

  /** Not positive when it is not held. */
  Duration remaining() {
    lock.lock();
    try {
      return Duration.ofNanos(until - ticker.nanos());
    } finally {
      lock.unlock();
    }
  }

  /** How long it has been held without a gap; zero when it is not held. */
  Duration heldFor() {
    lock.lock();
    try {
      return isHeld() ? Duration.ofNanos(ticker.nanos() - since) : Duration.ZERO;
    } finally {
      lock.unlock();
    }
  }

  /** Returns when the lease was renewed or lost, or after this span. */
  void awaitChange(Duration span) throws InterruptedException {
    lock.lock();
    try {
      long left = span.toNanos();
      long before = until;
      while (until == before && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private void set(long moment) {
    lock.lock();
    try {
      if (!isHeld()) {
        since = ticker.nanos();
      }
      until = moment;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
