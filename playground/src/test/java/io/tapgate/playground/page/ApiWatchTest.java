package io.tapgate.playground.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ApiWatchTest {
  private static final Duration OFTEN = Duration.ofMillis(10);

  @Test
  void the_api_is_starting_then_up_then_silent_and_up_again() throws Exception {
    Changes changes = new Changes();
    try (PretendApi api = new PretendApi()) {
      api.ready = false;
      try (ApiWatch watch = new ApiWatch(api.url(), changes, OFTEN)) {
        assertThat(watch.state()).isEqualTo(ApiState.STARTING);

        api.ready = true;
        long first = changes.after(0, 5000);
        assertThat(watch.state()).isEqualTo(ApiState.UP);

        api.ready = false;
        long second = changes.after(first, 5000);
        assertThat(watch.state()).isEqualTo(ApiState.SILENT);

        api.ready = true;
        changes.after(second, 5000);
        assertThat(watch.state()).isEqualTo(ApiState.UP);
      }
    }
  }

  @Test
  void an_api_that_is_not_there_yet_is_starting() {
    assertThat(ApiState.STARTING.next(false)).isEqualTo(ApiState.STARTING);
  }
}
