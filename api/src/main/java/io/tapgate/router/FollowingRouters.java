package io.tapgate.router;

import io.tapgate.driving.Lifeline;
import io.tapgate.driving.Mishaps;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * On every node: looks which routers there are, and has them driven. At once when an admin changed
 * one, here or elsewhere; otherwise each second, as a ring may be lost.
 */
@Component
class FollowingRouters implements SmartLifecycle {
  private static final String THING = "routers";
  private static final long EVERY_MILLIS = 1000;

  private final Routers routers;
  private final RouterDrivers drivers;
  private final Lifeline lifeline;
  private final Mishaps mishaps = new Mishaps("the look at which routers there are");
  private final Semaphore wakes = new Semaphore(0);
  private volatile boolean running;
  private volatile @Nullable Thread thread;

  FollowingRouters(Routers routers, RouterDrivers drivers, Lifeline lifeline) {
    this.routers = routers;
    this.drivers = drivers;
    this.lifeline = lifeline;
  }

  @TransactionalEventListener
  void on(RouterChanged changed) {
    wakes.release();
    lifeline.ring(THING);
  }

  @Override
  public void start() {
    running = true;
    lifeline.onRing(THING, wakes::release);
    thread = Thread.ofVirtual().name(THING).start(this::follow);
  }

  @Override
  public void stop() {
    running = false;
    Thread following = thread;
    if (following != null) {
      following.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void follow() {
    while (running) {
      look();
      try {
        boolean _ = wakes.tryAcquire(EVERY_MILLIS, TimeUnit.MILLISECONDS);
        wakes.drainPermits();
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  /** Whatever goes wrong in a look, the next one comes. */
  private void look() {
    try {
      routers.readAgain();
      drivers.follow();
      mishaps.worked();
    } catch (RuntimeException | Error trouble) {
      mishaps.failed(trouble);
    }
  }
}
