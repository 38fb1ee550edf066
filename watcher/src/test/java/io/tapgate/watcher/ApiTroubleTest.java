package io.tapgate.watcher;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static io.tapgate.watcher.Eventually.eventually;
import static io.tapgate.watcher.Stage.answer;
import static io.tapgate.watcher.Updates.tap;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The api is down, broken or out of reach: nothing is lost and nothing is read twice as fast. */
class ApiTroubleTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  static Stream<ResponseDefinitionBuilder> noAnswers() {
    return Stream.of(
        aResponse().withStatus(503),
        aResponse().withStatus(500),
        aResponse().withStatus(401),
        aResponse().withStatus(429).withHeader("Retry-After", "1"),
        aResponse().withStatus(403).withBody("<html>Forbidden by the gateway"),
        aResponse().withStatus(404).withBody("{\"message\":\"no route\"}"),
        aResponse().withStatus(413),
        aResponse().withStatus(200).withBody("<html>Please log in"),
        aResponse().withStatus(204),
        aResponse().withStatus(302).withHeader("Location", "/elsewhere"),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
        aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
  }

  @ParameterizedTest
  @MethodSource("noAnswers")
  void no_answer_is_waited_out_and_nothing_moves_until_there_is_one(
      ResponseDefinitionBuilder noAnswer) throws Exception {
    stage.door("client/confirm", noAnswer);
    stage.happened(tap(7, 42, "c:abc"));
    stage.start();

    eventually(() -> stage.api.verify(moreThanOrExactly(4), stage.knocks("client/confirm")));
    stage.telegram.verify(0, stage.poll(8));
    stage.telegram.verify(0, stage.toasts());

    stage.door("client/confirm", answer(200, "Allowed"));
    eventually(() -> stage.telegram.verify(1, stage.toast("press-7", "Allowed")));
    stage.readOnBehind(8);
    stage.telegram.verify(1, stage.poll(0));
  }

  /** By the api itself, or by something that answers in its place. */
  @ParameterizedTest
  @ValueSource(ints = {500, 404, 200})
  void a_knock_that_is_answered_without_words_is_given_up_when_no_press_lives_so_long(int status)
      throws Exception {
    AtomicLong now = new AtomicLong();
    stage.door("client/confirm", aResponse().withStatus(status));
    stage.lease("{\"read\":true,\"seconds\":600}");
    stage.happened(tap(7, 42, "c:abc"));
    stage.start(() -> now.addAndGet(Duration.ofSeconds(1).toNanos()));

    stage.readOnBehind(8);
    assertThat(stage.health().body()).contains("\"given_up\":1");
    stage.api.verify(moreThanOrExactly(10), stage.knocks("client/confirm"));
  }

  @ParameterizedTest
  @ValueSource(ints = {503, 401, 429})
  void an_api_that_is_away_or_has_another_key_is_waited_for_as_long_as_the_lease_is_ours(int status)
      throws Exception {
    AtomicLong now = new AtomicLong();
    stage.door("client/confirm", aResponse().withStatus(status));
    stage.lease("{\"read\":true,\"seconds\":600}");
    stage.happened(tap(7, 42, "c:abc"));
    stage.start(() -> now.addAndGet(Duration.ofSeconds(1).toNanos()));

    eventually(() -> stage.api.verify(moreThanOrExactly(80), stage.knocks("client/confirm")));
    stage.telegram.verify(0, stage.poll(8));
    assertThat(stage.health().body()).contains("\"given_up\":0");
  }
}
