package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What an admin should be woken by: each shows as a figure and on the health page. */
class AlarmsTest extends House {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Pattern FIGURE = Pattern.compile("^\\| `(tapgate_\\w+)");

  @Autowired private PlatformTransactionManager transactions;

  @Test
  void every_figure_that_the_readme_names_is_there() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    String table = readme.substring(readme.indexOf("## What to be woken by"));
    List<String> named =
        table
            .lines()
            .flatMap(line -> FIGURE.matcher(line).results().map((MatchResult it) -> it.group(1)))
            .toList();

    assertThat(named).hasSizeGreaterThan(8).doesNotHaveDuplicates();
    assertThat(named).allSatisfy(name -> assertThat(lines(name)).as(name).isNotEmpty());
  }

  @Test
  void a_router_that_does_not_answer() {
    await().atMost(SOON).until(() -> figure("tapgate_router_silent") == 0);
    assertThat(figure("tapgate_router_side_by_side")).isPositive();
    router.off();
    await().atMost(SOON).until(() -> figure("tapgate_router_silent") == 1);
    assertThat(detail("routers", "office")).startsWith("does not answer");

    router.on();
    await().atMost(SOON).until(() -> figure("tapgate_router_silent") == 0);
  }

  @Test
  void a_telegram_that_takes_nothing_and_a_question_that_waits_for_it() {
    telegram.off();
    Client alice = somebody();
    alice.connects();
    await().atMost(SOON).until(() -> figure("tapgate_telegram_failing") == 1);
    assertThat(detail("telegram", "trouble")).isNotBlank();
    assertThat(figure("tapgate_questions_waiting")).isPositive();
    await().atMost(SOON).until(() -> figure("tapgate_questions_waiting_oldest_seconds") > 0.5);
    assertThat(detail("owed", "questions waiting")).contains("the longest for");

    telegram.on();
    alice.question();
    await().atMost(SOON).until(() -> figure("tapgate_telegram_failing") == 0);
  }

  @Test
  void no_watcher_that_reads() {
    doors.post("/watcher/lease", WATCHER, Map.of("instance", "watcher-of-the-alarms"));
    assertThat(figure("tapgate_watcher_silent")).isZero();
    time.passes(Duration.ofSeconds(31));
    assertThat(figure("tapgate_watcher_silent")).isEqualTo(1);
    assertThat(detail("watcher", "trouble")).contains("no watcher reads Telegram");
  }

  @Test
  void a_watcher_that_reads_nothing_although_it_may() {
    reads("");
    assertThat(figure("tapgate_watcher_silent")).isZero();
    reads("the host name is not known here");
    assertThat(figure("tapgate_watcher_silent")).isEqualTo(1);
    assertThat(detail("watcher", "trouble"))
        .isEqualTo("the watcher gets nothing from Telegram: the host name is not known here");
    assertThat(health().at("/components/watcher/status").asString()).isEqualTo("DEGRADED");

    reads("");
    assertThat(figure("tapgate_watcher_silent")).isZero();
    assertThat(health().at("/components/watcher/status").asString()).isEqualTo("UP");
  }

  private void reads(String trouble) {
    time.passes(Duration.ofSeconds(31));
    Map<String, String> asked = Map.of("instance", "watcher-of-the-alarms", "trouble", trouble);
    assertThat(doors.post("/watcher/lease", WATCHER, asked).body().path("read").asBoolean())
        .isTrue();
  }

  @Test
  void what_a_standby_says_of_itself_is_nobodys_trouble() {
    reads("");
    Map<String, String> other = Map.of("instance", "another-one", "trouble", "no answer in time");
    assertThat(doors.post("/watcher/lease", WATCHER, other).body().path("read").asBoolean())
        .isFalse();
    assertThat(figure("tapgate_watcher_silent")).isZero();
  }

  /** Its row is held by somebody, so that no sweep can take it. */
  @Test
  void a_deadline_that_nobody_acts_on() {
    Client alice = somebody();
    alice.connects();
    alice.question();
    time.passes(Duration.ofSeconds(1));
    new TransactionTemplate(transactions)
        .executeWithoutResult(_ -> {
          hold(alice);
          CompletableFuture.runAsync(() -> time.passes(TIMEOUT.plusSeconds(20))).join();
          isSeenOverdue();
        });
    alice.shows("Time is over");
    await().atMost(SOON).until(() -> figure("tapgate_deadlines_overdue") == 0);
    assertThat(detail("owed", "deadlines overdue")).isEqualTo("none");
  }

  private void isSeenOverdue() {
    assertThat(figure("tapgate_deadlines_overdue")).isPositive();
    assertThat(figure("tapgate_deadlines_overdue_oldest_seconds")).isGreaterThan(10);
    assertThat(detail("owed", "deadlines overdue")).contains("the longest for");
    assertThat(health().at("/components/owed/status").asString()).isEqualTo("DEGRADED");
  }

  private void hold(Client client) {
    List<String> held =
        database
            .sql(
                "select c.id from connection c join client on client.id = c.client_id"
                    + " where client.name = :name for update of c")
            .param("name", client.name)
            .query((row, _) -> row.getString(1))
            .list();
    assertThat(held).hasSize(1);
  }

  private JsonNode health() {
    return doors.get("/actuator/health", ADMIN).body();
  }

  private String detail(String component, String name) {
    return health().at("/components/" + component + "/details/" + name).asString("");
  }

  private double figure(String name) {
    return lines(name).stream()
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  /** With whatever labels. */
  private List<String> lines(String name) {
    return doors
        .get("/actuator/prometheus", METRICS)
        .text("text")
        .lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .toList();
  }
}
