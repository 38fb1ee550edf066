package io.tapgate.watcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A start with a wrong setting ends with its name and what to write there. */
class SettingsTest {
  private final Map<String, String> environment =
      new HashMap<>(Map.of("TELEGRAM_TOKEN", "12:ab_c-D", "WATCHER_TOKEN", "s3cret"));

  @Test
  void two_settings_are_enough() throws Exception {
    Settings settings = Settings.from(environment);
    assertThat(settings.telegram().call("getMe"))
        .hasToString("https://api.telegram.org/bot12:ab_c-D/getMe");
    assertThat(settings.api().url()).hasToString("http://127.0.0.1:8080/");
    assertThat(settings.port()).isEqualTo(8081);
    assertThat(settings.telegram().proxy()).isEmpty();
  }

  @Test
  void empty_means_not_set() throws Exception {
    environment.putAll(Map.of("TELEGRAM_API_URL", "", "TELEGRAM_PROXY", " ", "WATCHER_PORT", ""));
    assertThat(Settings.from(environment).port()).isEqualTo(8081);
  }

  @Test
  void without_its_address_the_api_is_sought_on_this_machine_at_its_own_port() throws Exception {
    environment.put("API_PORT", "9000");
    assertThat(Settings.from(environment).api().url()).hasToString("http://127.0.0.1:9000/");
  }

  @Test
  void everything_wrong_is_told_at_once() {
    Map<String, String> wrong =
        Map.of(
            "TELEGRAM_API_URL", "tg", "TELEGRAM_PROXY", "x", "API_URL", "y", "WATCHER_PORT", "z");
    assertThat(refusal(wrong).problems())
        .hasSize(6)
        .anyMatch(line -> line.startsWith("TELEGRAM_TOKEN") && line.contains("@BotFather"))
        .anyMatch(line -> line.startsWith("TELEGRAM_API_URL") && line.contains("https://host"))
        .anyMatch(line -> line.startsWith("TELEGRAM_PROXY") && line.contains("socks5://host:port"))
        .anyMatch(line -> line.startsWith("WATCHER_TOKEN"))
        .anyMatch(line -> line.startsWith("API_URL"))
        .anyMatch(line -> line.startsWith("WATCHER_PORT") && line.contains("65535"));
  }

  @ParameterizedTest
  @CsvSource({
    "TELEGRAM_TOKEN, no-colon-in-hush",
    "TELEGRAM_API_URL, ftp://hush",
    "TELEGRAM_PROXY, socks4://u:hush@host:1",
    "WATCHER_TOKEN, two hush",
    "API_URL, host:8080/hush",
    "API_URL, https://u:hush@host",
    "API_URL, https://host/?hush",
    "WATCHER_PORT, 0",
    "WATCHER_PORT, 65536",
    "WATCHER_PORT, -1",
  })
  void a_wrong_value_is_named_and_never_repeated(String name, String value) {
    environment.put(name, value);
    assertThat(refusal(environment).problems())
        .singleElement()
        .asString()
        .startsWith(name)
        .contains("write")
        .doesNotContain("hush");
  }

  @Test
  void settings_never_show_a_secret() throws Exception {
    environment.put("TELEGRAM_PROXY", "socks5://u:hush@host:1");
    assertThat(Settings.from(environment).toString()).doesNotContain("ab_c-D", "s3cret", "hush");
  }

  private static Settings.Unusable refusal(Map<String, String> environment) {
    return catchThrowableOfType(Settings.Unusable.class, () -> Settings.from(environment));
  }
}
