package io.tapgate.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.Proxy;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way round, through proxies that speak the real protocols, to a name only they know. */
class ProxyServerTest {
  private static final String UNKNOWN_HERE = "http://telegram.invalid:81/bot";
  private static final ResponseDefinitionBuilder WHO_ARE_YOU =
      status(407).withHeader("Proxy-Authenticate", "Basic");

  private final WireMockServer telegram = new WireMockServer(options().dynamicPort());

  @BeforeEach
  void start() {
    telegram.start();
    telegram.stubFor(any(anyUrl()).willReturn(ok()));
  }

  @AfterEach
  void stop() {
    Authenticator.setDefault(null);
    telegram.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"socks5://proxy:1080", "SOCKS5://proxy:1080/"})
  void a_proxy_may_ask_for_nothing(String text) {
    assertThat(ProxyServer.parse(text))
        .isEqualTo(new ProxyServer(Proxy.Type.SOCKS, "proxy", 1080, Optional.empty()));
  }

  @Test
  void what_a_proxy_asks_for_may_hold_any_character() {
    ProxyServer proxy = ProxyServer.parse("http://a%40b:p%3A+%25@10.0.0.1:3128");
    assertThat(proxy.type()).isEqualTo(Proxy.Type.HTTP);
    assertThat(proxy.login()).contains(new ProxyServer.Login("a@b", "p:+%"));
    assertThat(proxy.toString()).doesNotContain("p:+%");
  }

  @Test
  void through_a_socks_proxy_that_asks_for_a_password_and_looks_up_the_name() throws Exception {
    try (SocksServer proxy = new SocksServer(telegram.port(), "ann:p@ss:w")) {
      assertThat(ask("socks5://ann:p%40ss%3Aw@127.0.0.1:" + proxy.port())).isEqualTo(200);
      assertThat(proxy.asked).containsExactly("telegram.invalid:81");
    }
  }

  @Test
  void through_an_http_proxy_that_asks_for_a_password() throws Exception {
    telegram.stubFor(
        any(anyUrl()).withHeader("Proxy-Authorization", absent()).willReturn(WHO_ARE_YOU));
    assertThat(ask("http://ann:p%40ss@127.0.0.1:" + telegram.port())).isEqualTo(200);
    telegram.verify(
        1,
        getRequestedFor(anyUrl())
            .withHeader("Host", equalTo("telegram.invalid:81"))
            .withHeader("Proxy-Authorization", equalTo(Credentials.basic("ann", "p@ss"))));
  }

  @Test
  void a_password_that_is_refused_is_not_tried_again() throws Exception {
    telegram.stubFor(any(anyUrl()).willReturn(WHO_ARE_YOU));
    assertThat(ask("http://ann:wrong@127.0.0.1:" + telegram.port())).isEqualTo(407);
    telegram.verify(2, getRequestedFor(anyUrl()));
  }

  @Test
  void another_proxy_that_asks_java_for_a_password_does_not_hear_ours() throws Exception {
    ProxyServer.parse("socks5://ann:hush@127.0.0.1:1080").applyTo(new OkHttpClient.Builder());
    assertThat(hears("127.0.0.1", 1080)).isTrue();
    assertThat(hears("127.0.0.1", 1081)).isFalse();
    assertThat(hears("127.0.0.2", 1080)).isFalse();
  }

  private static boolean hears(String host, int port) throws IOException {
    InetAddress address = InetAddress.getByName(host);
    return Authenticator.requestPasswordAuthentication(host, address, port, "SOCKS5", "", "")
        != null;
  }

  /** The status that comes back this way. */
  private static int ask(String proxy) throws IOException {
    OkHttpClient.Builder client = new OkHttpClient.Builder();
    ProxyServer.parse(proxy).applyTo(client);
    Request question = new Request.Builder().url(UNKNOWN_HERE).build();
    try (Response answer = client.build().newCall(question).execute()) {
      return answer.code();
    }
  }
}
