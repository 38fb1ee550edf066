package io.tapgate.watcher;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static io.tapgate.watcher.Eventually.eventually;
import static io.tapgate.watcher.Updates.tap;
import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Telegram is reached through a proxy, the api without it. */
class ProxyTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  @Test
  void through_an_http_proxy_that_asks_for_a_password() throws Exception {
    String words = Credentials.basic("ann", "p@ss");
    stage.telegram.stubFor(
        any(anyUrl())
            .atPriority(1)
            .withHeader("Proxy-Authorization", absent())
            .willReturn(aResponse().withStatus(407).withHeader("Proxy-Authenticate", "Basic")));
    stage.with("TELEGRAM_PROXY", "http://ann:p%40ss@127.0.0.1:" + stage.telegram.port());
    stage.with("TELEGRAM_API_URL", "http://telegram.invalid/tg");
    stage.happened(tap(7, 42, "c:abc"));
    stage.start();

    eventually(() ->
        stage.telegram.verify(
            stage
                .toast("press-7", "Allowed")
                .withHeader("Host", equalTo("telegram.invalid"))
                .withHeader("Proxy-Authorization", equalTo(words))));
    stage.api.verify(
        0, stage.knocks("client/confirm").withHeader("Proxy-Authorization", equalTo(words)));
  }

  @Test
  void a_proxy_that_refuses_the_password_is_trouble_and_no_storm() throws Exception {
    stage.telegram.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withStatus(407)));
    stage.with("TELEGRAM_PROXY", "http://ann:wrong@127.0.0.1:" + stage.telegram.port());
    stage.with("TELEGRAM_API_URL", "http://telegram.invalid/tg");
    stage.start();

    eventually(() -> assertThat(stage.health().body()).contains("407", "TELEGRAM_PROXY"));
  }
}
