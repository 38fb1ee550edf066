package io.tapgate.watcher;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static io.tapgate.watcher.Eventually.eventually;
import static io.tapgate.watcher.Updates.tap;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Telegram says no, or nothing, or something else spoke in its place. */
class TelegramTroubleTest {
  private final Stage stage = new Stage();
  private final PrintStream terminal = System.err;

  @AfterEach
  void close() throws Exception {
    System.setErr(terminal);
    stage.close();
  }

  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of(
            says(409, "Conflict: terminated by other getUpdates request"), "another program polls"),
        Arguments.of(
            says(409, "Conflict: can't use getUpdates method while webhook is active"), "webhook"),
        Arguments.of(says(429, "Too Many Requests: retry after 1"), "slow down"),
        Arguments.of(says(401, "Unauthorized"), "TELEGRAM_TOKEN"),
        Arguments.of(says(404, "Not Found"), "TELEGRAM_TOKEN"),
        Arguments.of(says(500, "Internal Server Error"), "error 500"),
        Arguments.of(aResponse().withStatus(502).withBody("<html>Bad " + Stage.TOKEN), "502"),
        Arguments.of(aResponse().withStatus(404).withBody("<html>"), "TELEGRAM_API_URL"),
        Arguments.of(aResponse().withBody("{\"ok\":true,\"result\":[{\"upd"), "no word"),
        Arguments.of(aResponse().withBody("{}"), "no word"),
        Arguments.of(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "broke"),
        Arguments.of(aResponse().withFault(Fault.EMPTY_RESPONSE), "broke"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void trouble_is_told_waited_out_and_forgotten(ResponseDefinitionBuilder trouble, String words)
      throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    stage.polls(1, "0", trouble);
    stage.start();
    eventually(() -> assertThat(stage.health().body()).contains(words));
    eventually(() -> stage.telegram.verify(moreThanOrExactly(2), stage.poll(0)));

    stage.polls(1, "0", aResponse().withBody(Stage.batch(tap(7, 42, "c:abc"))));
    eventually(() -> stage.telegram.verify(1, stage.toast("press-7", "Allowed")));
    assertThat(stage.health().body()).contains("\"status\":\"UP\"", "\"trouble\":null");
    assertThat(written.toString(StandardCharsets.UTF_8))
        .contains(words)
        .contains("told the api")
        .doesNotContain("secret_of_the_bot", Stage.DOOR_TOKEN, "abc");
  }

  @Test
  void a_refused_token_makes_the_health_bad_at_once_and_is_logged_once() throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    stage.polls(1, "0", says(401, "Unauthorized"));
    stage.start();

    eventually(() -> stage.telegram.verify(moreThanOrExactly(4), stage.poll(0)));
    assertThat(stage.health().statusCode()).isEqualTo(503);
    assertThat(written.toString(StandardCharsets.UTF_8).split("\\[ERROR\\]", -1)).hasSize(2);
  }

  @Test
  void a_toast_that_comes_too_late_is_let_go() throws Exception {
    stage.telegram.stubFor(
        post(urlMatching(".*answercallback.*"))
            .atPriority(1)
            .willReturn(says(400, "Bad Request: query is too old")));
    stage.happened(tap(7, 42, "c:abc"));
    stage.start();

    stage.readOnBehind(8);
    eventually(() -> stage.telegram.verify(1, stage.toasts()));
  }

  private static ResponseDefinitionBuilder says(int status, String words) {
    return aResponse()
        .withStatus(status)
        .withBody(
            """
            {"ok":false,"error_code":%d,"description":"%s","parameters":{"retry_after":1}}\
            """
                .formatted(status, words));
  }
}
