package io.tapgate.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HappeningTest {
  @Test
  void details_are_lines_and_no_value_makes_a_line_of_its_own() {
    Happening changed =
        Happening.of("client.changed", By.tapgate())
            .with("note", "first\nrole=admin\r\\")
            .with(Map.of("name", "bob", "chat", "5"));
    assertThat(changed.detail()).contains("note=first\\nrole=admin\\r\\\\\nchat=5\nname=bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "router", "Router.added", "router.added.twice", "router added"})
  void a_verb_is_a_thing_and_what_was_done_to_it(String verb) {
    assertThatThrownBy(() -> Happening.of(verb, By.tapgate()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
