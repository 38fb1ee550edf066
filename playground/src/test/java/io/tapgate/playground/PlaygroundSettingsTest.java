package io.tapgate.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaygroundSettingsTest {
  private static final Map<String, String> LEAST =
      Map.of("TELEGRAM_TOKEN", "1:a", "ROUTER_PASSWORD", "p", "HOOK_TOKEN", "h");

  private static Map<String, String> with(String name, String value) {
    Map<String, String> environment = new HashMap<>(LEAST);
    environment.put(name, value);
    return environment;
  }

  @Test
  void what_is_not_set_has_a_default() {
    PlaygroundSettings settings = PlaygroundSettings.read(with("PLAYGROUND_PORT", " "));

    assertThat(settings.port()).isEqualTo(8090);
    assertThat(settings.routerPort()).isEqualTo(8728);
    assertThat(settings.apiUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
    assertThat(settings.adminChats()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TELEGRAM_TOKEN", "ROUTER_PASSWORD", "HOOK_TOKEN"})
  void what_is_missing_is_named(String name) {
    assertThatThrownBy(() -> PlaygroundSettings.read(with(name, "")))
        .isInstanceOf(PlaygroundSettings.Unusable.class)
        .hasMessageStartingWith(name + " is not set: write ");
  }

  @ParameterizedTest
  @CsvSource({
    "PLAYGROUND_PORT, 70000",
    "PLAYGROUND_PORT, eighty",
    "PLAYGROUND_ROUTER_PORT, -1",
    "TELEGRAM_TOKEN, nonsense",
    "API_URL, 127.0.0.1:8080",
    "API_URL, http://",
    "ADMIN_CHATS, '1,@me'"
  })
  void what_cannot_be_used_is_named_with_what_to_write(String name, String value) {
    assertThatThrownBy(() -> PlaygroundSettings.read(with(name, value)))
        .isInstanceOf(PlaygroundSettings.Unusable.class)
        .hasMessageStartingWith(name)
        .hasMessageContaining("write ");
  }

  @Test
  void admins_are_listed_with_commas() {
    assertThat(PlaygroundSettings.read(with("ADMIN_CHATS", "1, -100,")).adminChats())
        .containsExactly(1L, -100L);
  }

  @Test
  void secrets_are_not_printed() {
    assertThat(PlaygroundSettings.read(with("ROUTER_PASSWORD", "hush")).toString())
        .doesNotContain("hush");
  }
}
