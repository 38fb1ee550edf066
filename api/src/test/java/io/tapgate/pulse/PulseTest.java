package io.tapgate.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.SchedulerException;

class PulseTest {
  private static final int TEN_MINUTES = Math.toIntExact(Duration.ofMinutes(10).toMillis());

  private final Semaphore beats = new Semaphore(0);
  private Pulse pulse;

  @BeforeEach
  void start() throws SchedulerException {
    pulse = new Pulse("pulse test", Duration.ofMillis(100), beats::release);
    pulse.start();
  }

  @AfterEach
  void stop() throws SchedulerException {
    pulse.stop();
    assertThat(pulse.isRunning()).isFalse();
  }

  @Test
  void it_beats_again_and_again() throws Exception {
    assertThat(beats.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void it_beats_as_often_as_it_is_told() throws Exception {
    assertThat(beats.tryAcquire(20, 10, TimeUnit.SECONDS)).isTrue();
  }

  /** With the clock set back by ten minutes, the next second on it lies ten minutes ahead. */
  @Test
  void a_clock_that_was_set_back_does_not_keep_it_still() throws Exception {
    assertThat(beats.tryAcquire(1, 10, TimeUnit.SECONDS)).isTrue();
    pulse.wind(TEN_MINUTES);
    beats.drainPermits();

    assertThat(beats.tryAcquire(2, 15, TimeUnit.SECONDS)).isTrue();
  }
}
