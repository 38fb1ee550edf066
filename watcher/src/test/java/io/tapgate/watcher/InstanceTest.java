package io.tapgate.watcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a watcher calls itself is what the lease door takes. */
class InstanceTest {

  @Test
  void it_is_the_machine_and_the_port_and_the_same_after_a_restart() {
    assertThat(Instance.name("gate.example.com", 8081)).isEqualTo("gate.example.com:8081");
    assertThat(Instance.name(8081)).endsWith(":8081").isEqualTo(Instance.name(8081));
  }

  @ParameterizedTest
  @ValueSource(ints = {58, 59, 60, 64, 65, 253})
  void a_name_of_any_length_fits_with_its_port(int length) {
    assertThat(Instance.name("x".repeat(length), 65535)).hasSizeLessThanOrEqualTo(64);
    assertThat(Instance.name("x".repeat(length), 65535)).endsWith(":65535");
  }

  @Test
  void what_just_fits_is_not_cut() {
    assertThat(Instance.name("x".repeat(58), 65535)).isEqualTo("x".repeat(58) + ":65535");
  }

  @Test
  void long_names_that_differ_at_their_end_stay_two_names() {
    assertThat(Instance.name("x".repeat(62) + "1", 8081))
        .isNotEqualTo(Instance.name("x".repeat(62) + "2", 8081));
  }

  @ParameterizedTest
  @CsvSource({"(none), -none-:8081", "ворота, ------:8081", "a b, a-b:8081"})
  void what_the_door_would_refuse_is_replaced(String host, String name) {
    assertThat(Instance.name(host, 8081)).isEqualTo(name);
  }
}
