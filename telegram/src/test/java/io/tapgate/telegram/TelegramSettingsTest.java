package io.tapgate.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written well leads to Telegram; a wrong setting is named, with what to write there. */
class TelegramSettingsTest {
  private static final String TOKEN = "12:ab_c-D";

  @Test
  void the_token_is_enough() {
    TelegramSettings settings = TelegramSettings.of(null, TOKEN, null);
    assertThat(settings.call("getMe")).hasToString("https://api.telegram.org/bot12:ab_c-D/getMe");
    assertThat(settings.proxy()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://tg:8082, http://tg:8082/bot12:ab_c-D/getMe",
    "https://tg/, https://tg/bot12:ab_c-D/getMe",
    "https://tg/a/b, https://tg/a/b/bot12:ab_c-D/getMe",
    "https://tg/a/b/, https://tg/a/b/bot12:ab_c-D/getMe",
  })
  void the_bot_api_may_live_anywhere(String address, String call) {
    assertThat(TelegramSettings.of(address, TOKEN, null).call("getMe")).hasToString(call);
  }

  @Test
  void everything_wrong_is_told_at_once() {
    assertThat(TelegramSettings.problems("tg", null, "x"))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("TELEGRAM_API_URL") && line.contains("https://host"))
        .anyMatch(line -> line.startsWith("TELEGRAM_TOKEN") && line.contains("@BotFather"))
        .anyMatch(line -> line.startsWith("TELEGRAM_PROXY") && line.contains("socks5://host:port"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TelegramSettings.of("tg", null, "x"))
        .withMessage(String.join("\n", TelegramSettings.problems("tg", null, "x")));
  }

  @ParameterizedTest
  @CsvSource({
    "TELEGRAM_TOKEN, , hush, ",
    "TELEGRAM_TOKEN, , no-colon-in-hush, ",
    "TELEGRAM_TOKEN, , 12:with hush, ",
    "TELEGRAM_API_URL, hush, 1:a, ",
    "TELEGRAM_API_URL, ftp://hush, 1:a, ",
    "TELEGRAM_API_URL, https://u:hush@host, 1:a, ",
    "TELEGRAM_API_URL, https://host/?hush, 1:a, ",
    "TELEGRAM_API_URL, https://host/#hush, 1:a, ",
    "TELEGRAM_PROXY, , 1:a, socks4://u:hush@host:1",
    "TELEGRAM_PROXY, , 1:a, socks5://u:hush@host",
    "TELEGRAM_PROXY, , 1:a, socks5://hush@host:1",
    "TELEGRAM_PROXY, , 1:a, http://u:hush@host:70000",
    "TELEGRAM_PROXY, , 1:a, http://u:hush%ZZ@host:1",
    "TELEGRAM_PROXY, , 1:a, http://u:hush@host:1/path",
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

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void empty_means_not_set(String empty) {
    assertThat(TelegramSettings.of(empty, TOKEN, empty))
        .isEqualTo(TelegramSettings.of(null, TOKEN, null));
    assertThat(TelegramSettings.problems(null, empty, null))
        .singleElement()
        .asString()
        .startsWith("TELEGRAM_TOKEN is not set: write ");
  }

  @Test
  void what_is_shown_of_them_is_no_secret() {
    assertThat(TelegramSettings.of(null, TOKEN, "socks5://u:hush@host:1").toString())
        .contains("api.telegram.org")
        .doesNotContain("ab_c-D", "hush");
  }

  @Test
  void nobody_is_followed_with_the_token_to_another_place() throws Exception {
    WireMockServer server = new WireMockServer(options().dynamicPort());
    server.start();
    try {
      server.stubFor(any(anyUrl()).willReturn(temporaryRedirect("/elsewhere")));
      try (Response answer = ask(TelegramSettings.of(server.baseUrl(), TOKEN, null))) {
        assertThat(answer.code()).isEqualTo(302);
        assertThat(answer.protocol()).isEqualTo(Protocol.HTTP_1_1);
      }
      server.verify(1, getRequestedFor(anyUrl()));
    } finally {
      server.stop();
    }
  }

  private static Response ask(TelegramSettings settings) throws IOException {
    OkHttpClient.Builder client = new OkHttpClient.Builder();
    settings.applyTo(client);
    Request question = new Request.Builder().url(settings.call("getMe")).build();
    return client.build().newCall(question).execute();
  }
}
