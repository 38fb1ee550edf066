package io.tapgate.driving.jdbc;

import io.tapgate.driving.Lifeline;
import io.tapgate.driving.Mishap;
import io.tapgate.driving.Node;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * A connection outside the pool, kept open. It holds a lock in this node's name, which PostgreSQL
 * lets go of as soon as the connection ends, however it ends, and it listens for rings.
 */
@Component
class JdbcLifeline implements Lifeline, SmartLifecycle {
  static final String CHANNEL = "tapgate";

  private static final Logger log = LoggerFactory.getLogger(JdbcLifeline.class);
  private static final Duration LISTENS = Duration.ofSeconds(5);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final DataSource source;
  private final Node node;
  private final Rings rings;
  private final Map<String, Runnable> wakes = new ConcurrentHashMap<>();
  private volatile boolean running;
  private volatile @Nullable Connection open;
  private volatile long line = NONE;
  private long lines;
  private boolean told;

  JdbcLifeline(@Qualifier("lasting") DataSource source, Node node, Rings rings) {
    this.source = source;
    this.node = node;
    this.rings = rings;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public void ring(String thing) {
    rings.ring(thing);
  }

  @Override
  public void onRing(String thing, Runnable wake) {
    wakes.put(thing, wake);
  }

  /** Before anything drives, and stopped after it. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("lifeline").start(this::keep);
  }

  @Override
  public void stop() {
    running = false;
    end(open);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Whatever goes wrong, another line is tried for: without one this node drives nothing. */
  private void keep() {
    while (running) {
      try (Connection fresh = source.getConnection()) {
        open = fresh;
        begin(fresh);
        listen(fresh);
      } catch (SQLException | RuntimeException | Error broken) {
        lost(broken);
      } finally {
        line = NONE;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void begin(Connection fresh) throws SQLException {
    try (PreparedStatement alive = fresh.prepareStatement("select tapgate_alive(?)")) {
      alive.setString(1, node.name());
      alive.execute();
    }
    try (Statement listen = fresh.createStatement()) {
      listen.execute("listen " + CHANNEL);
    }
    line = ++lines;
    if (told) {
      log.info("the database answers again");
      told = false;
    }
    wakes.values().forEach(Runnable::run);
  }

  /** Returns when the node stops; throws when the line breaks. */
  private void listen(Connection fresh) throws SQLException {
    PGConnection postgres = fresh.unwrap(PGConnection.class);
    while (running) {
      PGNotification[] heard = postgres.getNotifications(Math.toIntExact(LISTENS.toMillis()));
      if (heard == null || heard.length == 0) {
        mustAnswer(fresh);
        continue;
      }
      for (PGNotification one : heard) {
        wakes.getOrDefault(one.getParameter(), () -> {}).run();
      }
    }
  }

  private static void mustAnswer(Connection fresh) throws SQLException {
    if (!fresh.isValid(Math.toIntExact(ANSWERS_WITHIN.toSeconds()))) {
      throw new SQLException("the line to the database is dead");
    }
  }

  private void lost(Throwable broken) {
    if (!told && running) {
      told = true;
      log.warn(
          "the database does not answer; nothing is driven here until it does: {}",
          new Mishap(broken));
    }
  }

  /** Whoever listens on it is not waited for. */
  private static void end(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException trouble) {
        log.debug("the lifeline did not close cleanly", trouble);
      }
    }
  }
}
