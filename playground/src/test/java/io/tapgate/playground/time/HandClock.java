package io.tapgate.playground.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A clock that goes on when it is told to, and wakes whoever slept by it. */
public final class HandClock implements Time {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private int sleepers;

  @Override
  public Instant instant() {
    lock.lock();
    try {
      return now;
    } finally {
      lock.unlock();
    }
  }

  public void pass(Duration time) {
    lock.lock();
    try {
      now = now.plus(time);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void until(Instant moment) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      sleepers++;
      changed.signalAll();
      while (now.isBefore(moment)) {
        changed.await();
      }
    } finally {
      sleepers--;
      changed.signalAll();
      lock.unlock();
    }
  }

  /** Waits, by real time, until so many sleep by this clock: only then it is time to go on. */
  public void awaitSleepers(int many) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = PATIENCE;
      while (sleepers != many) {
        if (left <= 0) {
          throw new AssertionError(sleepers + " sleep, not " + many);
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
