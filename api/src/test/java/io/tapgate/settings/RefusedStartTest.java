package io.tapgate.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class RefusedStartTest {
  @Test
  void it_says_what_is_wrong_and_what_to_do_and_nothing_around_it() {
    FailureAnalysis analysis =
        new FailureAnalysis(
            "ADMIN_TOKEN: write one\nHOOK_TOKEN: write one",
            "Write it into .env.",
            new IllegalStateException("x"));

    assertThat(RefusedStart.words(analysis))
        .isEqualTo(
            """
            The api cannot start:
              ADMIN_TOKEN: write one
              HOOK_TOKEN: write one
            Write it into .env.
            """);
  }
}
