package io.tapgate.watcher;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.tapgate.watcher.Eventually.eventually;
import static io.tapgate.watcher.Stage.answer;
import static io.tapgate.watcher.Updates.broken;
import static io.tapgate.watcher.Updates.tap;
import static io.tapgate.watcher.Updates.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a press, in good weather and with a slow api. */
class TapTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  @Test
  void a_tap_is_told_to_the_api_and_the_answer_to_the_person() throws Exception {
    stage.happened(tap(7, 42, "c:abc_DEF-123"));
    stage.start();

    eventually(() -> stage.telegram.verify(1, stage.toast("press-7", "Allowed")));
    stage.api.verify(
        1,
        stage
            .knocks("client/confirm")
            .withHeader("Authorization", equalTo("Bearer " + Stage.DOOR_TOKEN))
            .withRequestBody(
                equalToJson(
                    """
                    {"token":"abc_DEF-123","chat_id":42,"user_id":42,"message_id":55,
                     "language":"en"}\
                    """)));
    stage.readOnBehind(8);
  }

  @Test
  void not_me_goes_to_the_other_door() throws Exception {
    stage.happened(tap(7, 42, "r:abc"));
    stage.start();

    eventually(() -> stage.telegram.verify(1, stage.toast("press-7", "Dropped")));
    stage.api.verify(0, stage.knocks("client/confirm"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409})
  void a_refusal_is_an_answer_and_is_told(int status) throws Exception {
    stage.door("client/confirm", answer(status, "Not this one"));
    stage.happened(tap(7, 42, "c:abc"));
    stage.start();

    eventually(() -> stage.telegram.verify(1, stage.toast("press-7", "Not this one")));
    stage.readOnBehind(8);
    stage.api.verify(1, stage.knocks("client/confirm"));
  }

  @Test
  void a_toast_is_cut_to_what_telegram_takes() throws Exception {
    stage.door("client/confirm", answer(200, "x".repeat(300)));
    stage.happened(tap(7, 42, "c:abc"));
    stage.start();

    eventually(() -> stage.telegram.verify(stage.toast("press-7", "x".repeat(199) + "…")));
  }

  @ParameterizedTest
  @CsvSource({"en, Got it", "ru, Принято", "ru-KZ, Принято", "de, Bien reçu"})
  void whoever_waits_for_a_slow_api_is_told_that_the_press_was_received(
      String language, String words) throws Exception {
    stage.door("client/confirm", answer(200, "Allowed").withFixedDelay(6_000));
    stage.happened(tap(7, 42, "c:abc", language));
    stage.patience(Duration.ofMillis(50)).start();

    eventually(() -> stage.telegram.verify(stage.toast("press-7", words)));
    stage.telegram.verify(0, stage.poll(8));
    stage.readOnBehind(8);
    stage.telegram.verify(1, stage.toasts());
    stage.api.verify(1, stage.knocks("client/confirm"));
  }

  @Test
  void an_api_that_gives_no_words_for_it_leaves_the_spinner_to_end_without() {
    Toasts toasts = new Toasts();
    assertThat(toasts.received("en")).isEmpty();
    toasts.learn(Map.of("en", "Got it", "other", "Bien reçu"));
    toasts.learn(Map.of());
    assertThat(toasts.received("EN-gb")).isEqualTo("Got it");
    assertThat(toasts.received("")).isEqualTo("Bien reçu");
  }

  @Test
  void a_slow_one_holds_up_nobody_else() throws Exception {
    slowFor(1);
    stage.happened(tap(7, 1, "c:slow"), tap(8, 2, "c:quick"));
    stage.start();

    eventually(() -> stage.telegram.verify(stage.toast("press-8", "Allowed")));
    stage.telegram.verify(0, stage.toast("press-7", "Late"));
    stage.telegram.verify(0, stage.poll(9));
    eventually(() -> stage.telegram.verify(stage.toast("press-7", "Late")));
    stage.readOnBehind(9);
  }

  @Test
  void what_one_chat_does_stays_in_order() throws Exception {
    slowFor(1);
    stage.happened(tap(7, 1, "c:first"), text(8, 1, "second"), tap(9, 1, "r:third"));
    stage.start();

    stage.readOnBehind(10);
    List<String> order =
        stage.api.getAllServeEvents().stream()
            .map(event -> event.getRequest().getUrl())
            .filter(url -> !url.endsWith("lease"))
            .toList()
            .reversed();
    assertThat(order)
        .containsExactly("/gate/client/confirm", "/gate/watcher/update", "/gate/client/reject");
  }

  @Test
  void an_update_that_cannot_be_read_costs_nobody_else_anything() throws Exception {
    stage.happened(tap(7, 1, "c:one"), broken(8), "{}", tap(9, 2, "c:two"));
    stage.start();

    stage.readOnBehind(10);
    eventually(() -> stage.telegram.verify(1, stage.toast("press-7", "Allowed")));
    eventually(() -> stage.telegram.verify(1, stage.toast("press-9", "Allowed")));
    assertThat(stage.health().body()).contains("\"skipped\":2");
  }

  @Test
  void a_button_of_unknown_data_is_answered_too() throws Exception {
    stage.door("watcher/update", answer(200, "That button is old"));
    stage.happened(tap(7, 42, "help"));
    stage.start();

    eventually(() -> stage.telegram.verify(stage.toast("press-7", "That button is old")));
    stage.api.verify(
        stage
            .knocks("watcher/update")
            .withRequestBody(matchingJsonPath("$.kind", equalTo("button")))
            .withRequestBody(matchingJsonPath("$.text", equalTo("help"))));
  }

  private void slowFor(long person) {
    stage.api.stubFor(
        post("/gate/client/confirm")
            .atPriority(1)
            .withRequestBody(matchingJsonPath("$.chat_id", equalTo("" + person)))
            .willReturn(answer(200, "Late").withFixedDelay(6_000)));
  }
}
