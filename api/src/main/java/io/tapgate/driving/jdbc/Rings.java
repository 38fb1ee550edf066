package io.tapgate.driving.jdbc;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rings for the other nodes, sent after the commits that caused them: in the commit itself, {@code
 * NOTIFY} would make all commits wait for each other. Rings that come together are one. One that is
 * lost costs a second: every driver looks that often by itself.
 */
@Component
class Rings implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Rings.class);
  private static final Duration BREATH = Duration.ofMillis(5);

  private final JdbcClient database;
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
  private volatile boolean running;
  private Thread thread = Thread.ofVirtual().unstarted(() -> {});

  Rings(JdbcClient database) {
    this.database = database;
  }

  void ring(String thing) {
    if (waiting.add(thing)) {
      queue.add(thing);
    }
  }

  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("rings").start(this::send);
  }

  @Override
  public void stop() {
    running = false;
    thread.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void send() {
    while (running) {
      try {
        send(queue.take());
        LockSupport.parkNanos(BREATH.toNanos());
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private void send(String thing) {
    waiting.remove(thing);
    try {
      database
          .sql("select cast(pg_notify(:channel, :thing) as text)")
          .param("channel", JdbcLifeline.CHANNEL)
          .param("thing", thing)
          .query((_, _) -> thing)
          .list();
    } catch (RuntimeException | Error trouble) {
      log.debug(
          "a ring for {} was lost; its driver looks by itself within a second", thing, trouble);
    }
  }
}
