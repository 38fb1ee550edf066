package io.tapgate.playground.telegram;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One lock around everything, and a bell that rings whenever something behind it has changed: it
 * wakes who waits and tells who listens.
 */
final class Bell {
  private static final System.Logger LOG = System.getLogger(Bell.class.getName());

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private final List<Consumer<TelegramEvent>> listeners = new CopyOnWriteArrayList<>();

  /** Something that may wait, and so may be interrupted. */
  interface Waiting<T> {
    T get() throws InterruptedException;
  }

  <T> T inside(Waiting<T> work) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  Runnable listen(Consumer<TelegramEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Only from inside. */
  void ring(TelegramEvent event) {
    rung.signalAll();
    for (Consumer<TelegramEvent> listener : listeners) {
      tell(listener, event);
    }
  }

  private static void tell(Consumer<TelegramEvent> listener, TelegramEvent event) {
    try {
      listener.accept(event);
    } catch (RuntimeException broken) {
      // One listener's fault must not become the bot's.
      LOG.log(System.Logger.Level.ERROR, "a listener failed on " + event, broken);
    }
  }

  /**
   * Waits until this holds; others may enter meanwhile. Only from inside.
   *
   * @return whether it holds; false when the time ran out first
   */
  boolean until(BooleanSupplier holds, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    while (!holds.getAsBoolean()) {
      if (left <= 0) {
        return false;
      }
      left = rung.awaitNanos(left);
    }
    return true;
  }

  /** The same, however long it takes. */
  void until(BooleanSupplier holds) throws InterruptedException {
    while (!holds.getAsBoolean()) {
      rung.await();
    }
  }
}
