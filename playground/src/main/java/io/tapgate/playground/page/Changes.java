package io.tapgate.playground.page;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts changes, whatever they are, for those who wait for the next one. */
final class Changes {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private long count;

  void happened() {
    lock.lock();
    try {
      count++;
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The count once it differs from the one seen, or as it is when the time is over. */
  long after(long seen, long atMostMillis) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(atMostMillis);
      while (count == seen && left > 0) {
        left = more.awaitNanos(left);
      }
      return count;
    } finally {
      lock.unlock();
    }
  }
}
