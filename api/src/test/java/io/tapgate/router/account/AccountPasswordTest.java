package io.tapgate.router.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccountPasswordTest {

  @Test
  void it_is_typed_without_a_shift_key_and_has_over_a_hundred_bits() {
    String letters = "[a-hjkmnp-z]";
    assertThat(AccountPassword.fresh().value())
        .matches("(" + letters + "{6}-){3}" + letters + "{6}");
    assertThat(24 * Math.log(23) / Math.log(2)).isGreaterThan(100);
  }

  @Test
  void each_letter_is_as_likely_as_another() {
    var counts =
        Stream.generate(() -> AccountPassword.fresh().value().replace("-", ""))
            .limit(2_000)
            .flatMap(one -> one.chars().mapToObj(letter -> (char) letter))
            .collect(Collectors.groupingBy(letter -> letter, Collectors.counting()));
    assertThat(counts).hasSize(23);
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(1_750L, 2_450L));
  }

  @Test
  void no_two_are_alike_and_its_text_shows_nothing() {
    assertThat(AccountPassword.fresh()).isNotEqualTo(AccountPassword.fresh());
    assertThat(AccountPassword.fresh()).hasToString("a password");
  }
}
