package io.tapgate.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"*1A", "0x81600001", "a", "A-b_c.d:e*", "*FFFFFFFF"})
  void what_routers_write_is_taken_and_kept_in_lower_case(String text) {
    assertThat(new SessionId(text)).hasToString(text.toLowerCase(Locale.ROOT));
    assertThat(new SessionId(text).isWritten(text)).isTrue();
  }

  @Test
  void the_script_and_the_api_may_spell_one_id_differently() {
    assertThat(new SessionId("0x81A00001")).isEqualTo(new SessionId("0x81a00001"));
    assertThat(new SessionId("0x81A00001")).isNotEqualTo(new SessionId("0x81a00002"));
    assertThat(new SessionId("0x81a00001").isWritten("0x81A00001")).isTrue();
    assertThat(new SessionId("0x81a00001").isWritten("0x81A00002")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "*1 ", "*1\n", "=x", "?x", "a;b", "a,b", "\"", "é", "١"})
  void what_could_mean_something_to_a_router_is_refused(String text) {
    assertThatThrownBy(() -> new SessionId(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 64 letters");
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 100_000})
  void an_endless_one_is_refused(int length) {
    assertThat(new SessionId("x".repeat(64)).value()).hasSize(64);
    assertThatThrownBy(() -> new SessionId("x".repeat(length)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
