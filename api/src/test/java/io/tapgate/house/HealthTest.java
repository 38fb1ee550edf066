package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What can be seen from outside. */
class HealthTest extends House {
  private static final Duration SOON = Duration.ofSeconds(15);

  @Test
  void anyone_sees_the_status_and_nothing_else() {
    Doors.Answer answer = doors.get("/actuator/health", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().has("components")).isFalse();
  }

  @Test
  void an_admin_sees_what_is_wrong_and_readiness_does_not_depend_on_it() {
    router.off();
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(() -> {
          Doors.Answer seen = doors.get("/actuator/health", ADMIN);
          assertThat(seen.text("status")).isEqualTo("DEGRADED");
          assertThat(seen.body().at("/components/routers/details/office").asString())
              .startsWith("does not answer");
        });

    assertThat(doors.get("/actuator/health/readiness", "").status()).isEqualTo(200);
    assertThat(doors.get("/actuator/health/liveness", "").status()).isEqualTo(200);

    router.on();
    Awaitility.await()
        .atMost(SOON)
        .until(() ->
            doors
                .get("/actuator/health", ADMIN)
                .body()
                .at("/components/routers/details/office")
                .asString()
                .equals("answers"));
  }

  @Test
  void a_watcher_that_reads_is_seen_and_only_one_reads() {
    assertThat(lease("first").body().path("read").asBoolean()).isTrue();
    assertThat(lease("second").body().path("read").asBoolean()).isFalse();
    Doors.Answer again = lease("first");
    assertThat(again.body().path("seconds").asInt()).isEqualTo(30);
    assertThat(again.body().path("received").propertyNames())
        .containsExactlyInAnyOrder("en", "ru", "other");
    assertThat(again.body().path("received").path("other").asString()).startsWith("Received.");

    assertThat(status("watcher")).isEqualTo("UP");
    time.passes(Duration.ofSeconds(31));
    assertThat(status("watcher")).isEqualTo("DEGRADED");
    assertThat(lease("second").body().path("read").asBoolean()).isTrue();
  }

  @Test
  void each_arrow_of_the_flow_has_its_figure() {
    Client alice = somebody();
    alice.connects();
    alice.tapsItsMe(alice.question());
    alice.shows("Allowed since");

    String figures = doors.get("/actuator/prometheus", METRICS).text("text");

    assertThat(figures)
        .contains(
            "tapgate_connections_total{state=\"confirmed\"}",
            "tapgate_hook_to_question_seconds_count",
            "tapgate_enforcing_seconds_count{state=\"confirmed\"}",
            "tapgate_deadline_lateness_seconds_count",
            "tapgate_router_retries_total",
            "tapgate_telegram_troubles_total",
            "tapgate_backlog_router");
    assertThat(doors.get("/actuator/prometheus", "").status()).isEqualTo(401);
  }

  private String status(String component) {
    return doors
        .get("/actuator/health", ADMIN)
        .body()
        .at("/components/" + component + "/status")
        .asString();
  }

  private Doors.Answer lease(String instance) {
    return doors.post("/watcher/lease", WATCHER, Map.of("instance", instance));
  }
}
