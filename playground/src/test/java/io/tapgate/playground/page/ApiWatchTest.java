package io.tapgate.playground.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ApiWatchTest {
  private static final Duration OFTEN = Duration.ofMillis(10);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Test
  void the_api_is_starting_then_up_then_silent_and_up_again() throws Exception {
    Changes changes = new Changes();
    try (PretendApi api = new PretendApi()) {
      api.ready = false;
      try (ApiWatch watch = new ApiWatch(api.url(), changes, OFTEN)) {
        assertThat(watch.state()).isEqualTo(ApiState.STARTING);

        api.ready = true;
        becomes(ApiState.UP, watch, changes);

        api.ready = false;
        becomes(ApiState.SILENT, watch, changes);

        api.ready = true;
        becomes(ApiState.UP, watch, changes);
      }
    }
  }

  /** A look that takes too long on a busy machine may show another state in between. */
  private static void becomes(ApiState wanted, ApiWatch watch, Changes changes)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long seen = 0;
    while (watch.state() != wanted && System.nanoTime() - end < 0) {
      seen = changes.after(seen, 1000);
    }
    assertThat(watch.state()).isEqualTo(wanted);
  }

  @Test
  void an_api_that_is_not_there_yet_is_starting() {
    assertThat(ApiState.STARTING.next(false)).isEqualTo(ApiState.STARTING);
  }
}
