package io.tapgate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each door opens to its own caller and to nobody else. */
@ExtendWith({ShowLogs.class, Judged.class})
class DoorsStory {
  private static final List<String> ALL =
      List.of(Keys.HOOK, Keys.WATCHER, Keys.ADMIN, Keys.METRICS);

  private final Stage stage = Stage.shared();

  enum Door {
    CONNECT("POST", "/client/connect", Keys.HOOK),
    DISCONNECT("POST", "/client/disconnect", Keys.HOOK),
    CONFIRM("POST", "/client/confirm", Keys.WATCHER),
    REJECT("POST", "/client/reject", Keys.WATCHER),
    LEASE("POST", "/watcher/lease", Keys.WATCHER),
    UPDATE("POST", "/watcher/update", Keys.WATCHER),
    TIMECHECK("POST", "/client/timecheck", Keys.ADMIN),
    FIGURES("GET", "/actuator/prometheus", Keys.ADMIN);

    private final String method;
    private final String path;
    private final String key;

    Door(String method, String path, String key) {
      this.method = method;
      this.path = path;
      this.key = key;
    }

    private List<String> keys() {
      return this == FIGURES ? List.of(key, Keys.METRICS) : List.of(key);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refuses_no_token_a_wrong_one_and_another_doors(Door door) {
    Stream<String> others = ALL.stream().filter(key -> !door.keys().contains(key));
    Stream<String> wrong = Stream.of("", "wrong", door.key + "x", door.key.substring(1));

    Stream.concat(others, wrong).forEach(key -> refused(knock(door, door.path, bearer(key))));
    refused(knock(door, door.path + "/", ""));
  }

  @ParameterizedTest
  @EnumSource
  void takes_the_right_token_only_as_a_bearers(Door door) {
    String key = door.key;

    for (String header : List.of(key, "Basic " + key, "Token " + key, "Bearer", "Bearer  ")) {
      refused(knock(door, door.path, header));
    }
    for (String own : door.keys()) {
      assertThat(knock(door, door.path, bearer(own)).status()).isIn(200, 400);
      assertThat(knock(door, door.path, "bearer " + own).status()).isIn(200, 400);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/env",
        "/actuator/heapdump",
        "/actuator/shutdown",
        "/error",
        "/client",
        "/client/connect/more",
        "/client/connect;x=y",
        "//client/connect",
        "/client/%2e%2e/actuator/env",
        "/nothing"
      })
  void what_is_no_door_stays_closed_to_every_token(String path) {
    for (String key : ALL) {
      assertThat(stage.doors.get(path, key).status()).as(path).isBetween(400, 499);
      assertThat(stage.doors.post(path, key, java.util.Map.of()).status())
          .as(path)
          .isBetween(400, 499);
    }
  }

  @Test
  void health_is_open_to_anyone_and_tells_them_the_status_alone() {
    for (String door : List.of("/actuator/health", "/actuator/health/liveness")) {
      assertThat(stage.doors.get(door, "").status()).isEqualTo(200);
      assertThat(stage.doors.get(door, "").json().has("components")).isFalse();
      assertThat(stage.doors.get(door, Keys.HOOK).json().has("components")).isFalse();
    }
    assertThat(stage.doors.get("/actuator/health", Keys.ADMIN).json().has("components")).isTrue();
  }

  private Doors.Answer knock(Door door, String path, String authorization) {
    HttpRequest.Builder request =
        stage.doors.request(path, "").method(door.method, BodyPublishers.ofString("{}"));
    return Doors.send(
        authorization.isEmpty() ? request : request.setHeader("Authorization", authorization));
  }

  private static String bearer(String key) {
    return key.isEmpty() ? "" : "Bearer " + key;
  }

  private static void refused(Doors.Answer answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.text("type")).isEqualTo("urn:tapgate:problem:no-key");
  }
}
