package io.tapgate.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActorTest {
  @ParameterizedTest
  @ValueSource(strings = {"tapgate", "router:3", "person:-77", "key:12"})
  void each_is_read_as_it_was_written(String written) {
    assertThat(Actor.read(written)).hasToString(written);
  }

  @Test
  void nobody_else_acts() {
    assertThatThrownBy(() -> Actor.read("somebody:1")).isInstanceOf(IllegalArgumentException.class);
  }
}
