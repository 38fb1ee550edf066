package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tapgate.playground.router.Call;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the admins are told of a router by itself, once when it begins and once when it is over. */
class RouterAlarmsTest extends House {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration A_WHILE = Duration.ofMinutes(6);

  @Test
  void a_router_that_does_not_answer_for_a_while_and_then_does() {
    await().atMost(SOON).until(() -> is("met_at is not null and silent_since is null"));
    int lost = told("“office” does not answer");
    int back = told("“office” answers again");

    router.off();
    await().atMost(SOON).until(() -> is("silent_since is not null"));
    assertThat(told("“office” does not answer")).isEqualTo(lost);
    time.passesMeanwhile(A_WHILE);
    await().atMost(SOON).until(() -> told("“office” does not answer") == lost + 1);
    await().atMost(SOON).until(() -> health().contains("; it has been silent since 20"));
    assertThat(shown().path("silent_since").isNull()).isFalse();

    anotherDrives();
    await().during(Duration.ofSeconds(4)).until(() -> is("silence_told"));
    router.on();
    await().atMost(SOON).until(() -> is("answers_since is not null"));
    assertThat(told("“office” answers again")).isEqualTo(back);
    time.passes(Duration.ofSeconds(61));
    await().atMost(SOON).until(() -> told("“office” answers again") == back + 1);
    await().atMost(SOON).until(() -> health().equals("answers"));
    assertThat(shown().path("silent_since").isNull()).isTrue();
    assertThat(told("“office” does not answer")).isEqualTo(lost + 1);
  }

  @Test
  void a_router_that_was_never_met_is_nobodys_news() {
    router.off();
    notMet();
    await().atMost(SOON).until(() -> is("silent_since is not null"));
    int lost = told("“office” does not answer");

    time.passesMeanwhile(A_WHILE);
    await().during(Duration.ofSeconds(5)).until(() -> is("not silence_told"));

    router.on();
    await().atMost(SOON).until(() -> is("met_at is not null and silent_since is null"));
    assertThat(told("“office” does not answer")).isEqualTo(lost);
  }

  @Test
  void a_router_whose_reports_do_not_arrive_and_then_do() {
    int lost = told("“office” does not report");
    int back = told("of router “office” arrive again");
    router.reportTo(URI.create("http://127.0.0.1:1"));
    comesUpUnreported("10.8.203.1");
    await().atMost(SOON).until(() -> is("unreported_since is not null"));
    assertThat(told("“office” does not report")).isEqualTo(lost);
    time.passes(Duration.ofMinutes(3));
    comesUpUnreported("10.8.203.2");

    await().atMost(SOON).until(() -> told("“office” does not report") == lost + 1);
    await().atMost(SOON).until(() -> figure() == 1);
    await().atMost(SOON).until(() -> health().contains("look at its on-up script"));
    assertThat(shown().path("unreported_since").isNull()).isFalse();
    assertThat(told("of router “office” arrive again")).isEqualTo(back);

    enter();
    somebody().connects();

    await().atMost(SOON).until(() -> told("of router “office” arrive again") == back + 1);
    await().atMost(SOON).until(() -> figure() == 0);
    assertThat(shown().path("last_report_at").isNull()).isFalse();
    assertThat(shown().path("unreported_since").isNull()).isTrue();
    assertThat(told("“office” does not report")).isEqualTo(lost + 1);
  }

  /** Found by the comparison, here when the router is met anew. */
  private void comesUpUnreported(String address) {
    Client somebody = somebody();
    somebody.connects(Call.of(somebody.account(), somebody.caller).at(address).quietly());
    router.off();
    router.on();
    await().atMost(SOON).until(() -> isAsked(address));
  }

  private boolean isAsked(String address) {
    return database
        .sql(
            "select exists (select from connection where tunnel = cast(:address as inet)"
                + " and state = 'ASKED')")
        .param("address", address)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  private void notMet() {
    database.sql("update contact set met_at = null where router_id = 1").update();
  }

  private void anotherDrives() {
    database.sql("update drive set epoch = epoch + 1 where thing = 'router 1'").update();
  }

  private boolean is(String condition) {
    return database
        .sql("select exists (select from contact where router_id = 1 and " + condition + ")")
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  private int told(String words) {
    return (int)
        telegram.view().chat(ADMIN_CHAT).messages().stream()
            .filter(message -> message.text().contains(words))
            .count();
  }

  private String health() {
    return doors
        .get("/actuator/health", ADMIN)
        .body()
        .at("/components/routers/details/office")
        .asString();
  }

  private JsonNode shown() {
    return doors.get("/api/v1/routers/1", ADMIN).body();
  }

  private double figure() {
    return doors
        .get("/actuator/prometheus", METRICS)
        .text("text")
        .lines()
        .filter(line -> line.startsWith("tapgate_router_unreported{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
