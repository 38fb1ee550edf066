package io.tapgate.driving.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.driving.Lifeline;
import io.tapgate.driving.Node;
import io.tapgate.router.routeros.Eventually;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A loop that ended by an error would leave its node driving nothing until it is restarted. */
class LimitsOfThisMachineTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final AbstractDataSource database =
      new AbstractDataSource() {
        @Override
        public Connection getConnection() {
          asked.incrementAndGet();
          throw new OutOfMemoryError("on purpose");
        }

        @Override
        public Connection getConnection(String user, String password) {
          return getConnection();
        }
      };
  private final Rings rings = new Rings(JdbcClient.create(database));

  @Test
  void a_lifeline_that_met_an_error_is_tried_again() {
    JdbcLifeline line = new JdbcLifeline(database, new Node(), rings);
    line.start();
    try {
      Eventually.holds(() -> asked.get() >= 2);
      assertThat(line.line()).isEqualTo(Lifeline.NONE);
    } finally {
      line.stop();
    }
  }

  @Test
  void a_ring_that_met_an_error_is_followed_by_the_next() {
    rings.start();
    try {
      rings.ring("one thing");
      Eventually.holds(() -> asked.get() == 1);
      rings.ring("another");
      Eventually.holds(() -> asked.get() == 2);
    } finally {
      rings.stop();
    }
  }
}
