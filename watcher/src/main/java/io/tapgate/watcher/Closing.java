package io.tapgate.watcher;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether it is time to go. Whoever pauses here wakes when it is. */
final class Closing implements Pauses {
  private final CountDownLatch asked = new CountDownLatch(1);

  void ask() {
    asked.countDown();
  }

  boolean isAsked() {
    return asked.getCount() == 0;
  }

  @Override
  public void pause(Duration span) throws InterruptedException {
    boolean _ = asked.await(span.toNanos(), TimeUnit.NANOSECONDS);
  }
}
