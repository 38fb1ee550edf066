package io.tapgate.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A check is told in sentences that one would say. */
class VerdictTest {
  @Test
  void one_record_was_and_two_were() {
    assertThat(sentences(0, 0)).first().asString().startsWith("0 records were checked, from ");
    assertThat(sentences(2, 0)).first().asString().startsWith("2 records were checked, from ");
    assertThat(sentences(1, 0))
        .containsExactly(
            "1 record was checked, from the first one on; each is as it was sealed.",
            "Nothing waits to be sealed.");
  }

  @Test
  void one_record_is_and_two_are_not_sealed_yet() {
    assertThat(sentences(1, 1)).last().isEqualTo("1 record is not sealed yet, the oldest for 3 s.");
    assertThat(sentences(1, 2)).last().asString().startsWith("2 records are not sealed yet");
  }

  private static List<String> sentences(long checked, long unsealed) {
    return new Verdict(
            Anchor.GENESIS,
            checked,
            Optional.empty(),
            List.of(),
            false,
            new Unsealed(unsealed, Duration.ofSeconds(3)),
            Optional.empty())
        .sentences();
  }
}
