package io.tapgate.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.client.Standing.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

  @ParameterizedTest
  @CsvSource({"0, ASK", "1, ASK", "2, ASK", "3, BAN", "4, BAN", "1000, BAN"})
  void with_a_limit_of_three_the_fourth_in_a_row_is_banned(int unconfirmed, Verdict verdict) {
    assertThat(standing(unconfirmed, false).verdict(3)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"0, ASK", "1, BAN"})
  void with_a_limit_of_one_the_second_is_banned(int unconfirmed, Verdict verdict) {
    assertThat(standing(unconfirmed, false).verdict(1)).isEqualTo(verdict);
  }

  @Test
  void a_ban_in_force_begins_no_other() {
    assertThat(standing(0, true).verdict(3)).isEqualTo(Verdict.STILL_BANNED);
    assertThat(standing(9, true).verdict(3)).isEqualTo(Verdict.STILL_BANNED);
  }

  private static Standing standing(int unconfirmed, boolean banned) {
    return new Standing(unconfirmed, banned, Instant.EPOCH);
  }
}
