package io.tapgate.chat.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong setting is named, with what to write there, and never repeated. */
class TelegramSettingsTest {

  @Test
  void the_token_is_enough() {
    TelegramSettings settings = TelegramSettings.of(null, "12:ab_c-D", " ");
    assertThat(settings.server()).hasToString("https://api.telegram.org/");
    assertThat(settings.proxy()).isEmpty();
    assertThat(settings.toString()).doesNotContain("ab_c-D");
  }

  @Test
  void everything_wrong_is_told_at_once() {
    assertThat(TelegramSettings.problems("tg", null, "x"))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("TELEGRAM_API_URL") && line.contains("https://host"))
        .anyMatch(line -> line.startsWith("TELEGRAM_TOKEN") && line.contains("@BotFather"))
        .anyMatch(line -> line.startsWith("TELEGRAM_PROXY") && line.contains("socks5://host:port"));
  }

  @ParameterizedTest
  @CsvSource({
    "TELEGRAM_TOKEN, , hush, ",
    "TELEGRAM_API_URL, https://u:hush@host, 1:a, ",
    "TELEGRAM_API_URL, ftp://hush, 1:a, ",
    "TELEGRAM_PROXY, , 1:a, socks4://u:hush@host:1",
    "TELEGRAM_PROXY, , 1:a, socks5://u:hush@host",
    "TELEGRAM_PROXY, , 1:a, http://u:hush%ZZ@host:1",
  })
  void a_wrong_value_is_named_and_never_repeated(
      String name, String url, String token, String proxy) {
    assertThat(TelegramSettings.problems(url, token, proxy))
        .singleElement()
        .asString()
        .startsWith(name)
        .contains("write")
        .doesNotContain("hush");
  }
}
