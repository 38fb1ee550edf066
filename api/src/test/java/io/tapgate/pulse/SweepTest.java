package io.tapgate.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.driving.Heard;
import io.tapgate.driving.Mishaps;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class SweepTest {
  private final Semaphore rounds = new Semaphore(0);
  private final AtomicBoolean away = new AtomicBoolean(true);

  @Test
  void a_database_that_is_away_is_one_line_until_it_is_back() throws Exception {
    Sweep each = new Sweep("test of rounds", Duration.ofSeconds(1), this::round);
    try (Heard log = Heard.of(Mishaps.class)) {
      each.start();
      assertThat(rounds.tryAcquire(3, 15, TimeUnit.SECONDS)).isTrue();
      away.set(false);
      rounds.drainPermits();
      assertThat(rounds.tryAcquire(2, 15, TimeUnit.SECONDS)).isTrue();
      assertThat(log.lines())
          .filteredOn(line -> line.contains("test of rounds"))
          .hasSize(2)
          .anyMatch(line -> line.startsWith("WARN") && line.contains("fail at the database"))
          .anyMatch(line -> line.endsWith("works again"));
    } finally {
      each.stop();
    }
    assertThat(each.isRunning()).isFalse();
  }

  private void round() {
    rounds.release();
    if (away.get()) {
      throw new DataAccessResourceFailureException("the database is away");
    }
  }
}
