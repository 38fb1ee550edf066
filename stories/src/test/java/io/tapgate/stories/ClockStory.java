package io.tapgate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.device.Entry;
import io.tapgate.playground.router.device.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The machine of api and watcher has the time wrong by minutes, either way, and is set right or
 * wrong while they run. Nobody notices: not a deadline, not a lease, not a word in a chat.
 */
@ExtendWith(ShowLogs.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClockStory {
  private static final Duration TO_ANSWER = Duration.ofSeconds(8);
  private static final Duration LEASE = Duration.ofMinutes(15);
  private static final Duration AHEAD = Duration.ofMinutes(10);
  private static final Duration BEHIND = AHEAD.negated();
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private WrongClock clock;
  private Stage stage;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    clock = WrongClock.in(folder);
    clock.isOffBy(AHEAD);
    Map<String, String> more = new HashMap<>(clock.settings());
    more.put("UNCONFIRMED_TIMEOUT", TO_ANSWER.toSeconds() + "s");
    more.put("TZ", "UTC");
    stage = Stage.on(Postgres.fresh(), more);
    stage.startApi();
    stage.startWatcher();
  }

  @AfterAll
  void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @Test
  void off_by_ten_minutes_either_way_and_set_while_they_run() throws Exception {
    assertThat(Duration.between(Instant.now(), apiThinks()))
        .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
    everythingIsAsUsual();

    clock.isOffBy(BEHIND);
    everythingIsAsUsual();
    assertThat(Duration.between(apiThinks(), Instant.now()))
        .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));

    clock.isOffBy(AHEAD);
    everythingIsAsUsual();

    stage.api().kill();
    clock.isOffBy(BEHIND);
    stage.startApi();
    everythingIsAsUsual();
  }

  private void everythingIsAsUsual() {
    Client late = stage.somebody();
    late.connects();
    late.question();
    long asked = System.nanoTime();
    taps();

    late.routerShows(_ -> !late.isUp());
    assertThat(Duration.ofNanos(System.nanoTime() - asked))
        .isBetween(
            TO_ANSWER.minusSeconds(1), TO_ANSWER.plus(Eventually.promised(Duration.ofSeconds(6))));
    late.shows("Time is over");
  }

  /** Through the watcher, whose lease it also needs. */
  private void taps() {
    Client tapper = stage.somebody();
    Instant before = Instant.now();
    Session session = tapper.getsIn();

    tapper.isLetIn(session);
    String words = tapper.shows("Allowed since").text();
    assertThat(List.of(MINUTE.format(before), MINUTE.format(Instant.now())))
        .anySatisfy(minute -> assertThat(words).contains("Allowed since " + minute));
    Entry permit =
        stage.router.view().permitted().stream()
            .filter(entry -> entry.holds(session.address()))
            .findFirst()
            .orElseThrow();
    assertThat(permit.left(Instant.now()).orElseThrow())
        .isBetween(LEASE.minusMinutes(1), LEASE.plusSeconds(5));
  }

  /** The time on the api's last line of log. */
  private Instant apiThinks() {
    String last =
        stage.api().said().lines().filter(line -> line.startsWith("20")).toList().getLast();
    return Instant.parse(last.substring(0, last.indexOf(' ')));
  }
}
