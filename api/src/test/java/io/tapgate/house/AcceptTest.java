package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.telegram.Message;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was done is told, and in JSON, whatever the caller says that it accepts. */
class AcceptTest extends House {

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "*/*;q=0", "application/xml, text/html", "no type;;", ","})
  void every_door_of_ours_answers_in_json(String accept) {
    Client alice = somebody();
    Map<String, Object> hook = alice.hook("10.91.0.1");

    Doors.Answer up = doors.post("/client/connect", HOOK, hook, accept);
    Message question = alice.question();
    Map<String, Object> tap =
        Map.of("token", Client.token(question), "chat_id", alice.chat, "user_id", alice.chat);

    isJson(up);
    assertThat(up.text("state")).isEqualTo("asked");
    isJson(doors.post("/client/confirm", WATCHER, tap, accept));
    isJson(doors.post("/watcher/lease", WATCHER, Map.of("instance", "first"), accept));
    Map<String, Object> update = Map.of("kind", "text", "chat_id", alice.chat);
    isJson(doors.post("/watcher/update", WATCHER, update, accept));
    isJson(doors.post("/client/timecheck", ADMIN, Map.of(), accept));
    isJson(doors.post("/client/disconnect", HOOK, hook, accept));
  }

  @Test
  void a_refusal_is_a_problem_whatever_the_caller_accepts() {
    Doors.Answer answer = doors.post("/client/connect", HOOK, Map.of(), "text/plain");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
  }

  @Test
  void figures_and_health_are_told_as_they_are_asked_for() {
    Doors.Answer figures = doors.get("/actuator/prometheus", METRICS, "text/plain");
    assertThat(figures.status()).isEqualTo(200);
    assertThat(figures.headers().get("content-type")).startsWith("text/plain");
    assertThat(doors.get("/actuator/prometheus", METRICS, "*/*").status()).isEqualTo(200);
    assertThat(doors.get("/actuator/health", ADMIN, "application/json").text("status"))
        .isNotEmpty();
    assertThat(
            doors
                .get("/actuator/prometheus", METRICS, "application/openmetrics-text")
                .headers()
                .get("content-type"))
        .startsWith("application/openmetrics-text");
    Doors.Answer picture = doors.get("/actuator/prometheus", METRICS, "image/png");
    assertThat(picture.status()).isEqualTo(406);
    assertThat(picture.text("type")).isEqualTo("urn:tapgate:problem:not-accepted");
  }

  private static void isJson(Doors.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("content-type", "application/json");
  }
}
