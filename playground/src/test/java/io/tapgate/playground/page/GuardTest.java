package io.tapgate.playground.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest extends PageTest {
  private static final String WISH = "{\"person\":\"alice\"}";

  GuardTest() throws IOException {}

  private int port() {
    return URI.create(playground.url()).getPort();
  }

  private String firstLineOfGet(String path, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      String request =
          String.format(Locale.ROOT, "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n", path, host);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(5000);
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/playground/state", "/playground/events", "/page.js"})
  void a_name_of_somebody_elses_that_leads_here_is_refused(String path) throws IOException {
    assertThat(firstLineOfGet(path, "evil.example:" + port())).contains(" 421 ");
    assertThat(firstLineOfGet(path, "127.0.0.1.evil.example")).contains(" 421 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST:80"})
  void our_own_names_are_let_in(String host) throws IOException {
    assertThat(firstLineOfGet("/", host)).contains(" 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1", "https://localhost"})
  void another_sites_page_can_press_nothing(String origin) {
    Visitor.Seen answer =
        visitor.post("connect", WISH, "Content-Type", "application/json", "Origin", origin);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(playground.router().view().sessions()).isEmpty();
  }

  @Test
  void our_own_page_can() {
    String origin = playground.url().replaceFirst("/$", "");

    assertThat(
            visitor
                .post("connect", WISH, "Content-Type", "application/json", "Origin", origin)
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonish"})
  void what_a_form_elsewhere_could_send_is_refused(String type) {
    assertThat(visitor.post("connect", WISH, "Content-Type", type).status()).isEqualTo(415);
    assertThat(playground.router().view().sessions()).isEmpty();
  }

  @Test
  void a_post_without_a_type_is_refused() {
    assertThat(visitor.post("connect", WISH, "Accept", "*/*").status()).isEqualTo(415);
  }

  @Test
  void reading_presses_nothing() {
    assertThat(visitor.get("playground/connect").status()).isEqualTo(405);
    assertThat(playground.router().view().sessions()).isEmpty();
  }
}
