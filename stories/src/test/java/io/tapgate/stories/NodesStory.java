package io.tapgate.stories;

import static io.tapgate.stories.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.Dialled;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.scripts.Report;
import io.tapgate.playground.telegram.Message;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two apis and two watchers on one PostgreSQL: nobody is asked twice, and either may die. */
@ExtendWith(ShowLogs.class)
class NodesStory {
  private static final Duration MINUTES = Duration.ofMinutes(4);
  private static final int SIDE_BY_SIDE = 16;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Stage stage;
  private Node first;
  private Node second;

  @BeforeEach
  void open() {
    stage = Stage.withItsOwnClock();
    first = stage.node();
    second = stage.anotherApi();
    eventually("the first drives", first::drivesTheRouter);
    assertThat(second.drivesTheRouter()).isFalse();
  }

  @AfterEach
  void close() {
    second.part().close();
    stage.close();
  }

  @Test
  void connects_spread_over_both_make_one_question_and_one_entry_each() {
    List<Client> clients = people(200);
    List<Dialled.Up> up = new ArrayList<>();
    List<CompletableFuture<Integer>> again = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < clients.size(); i++) {
        Client client = clients.get(i);
        hooksGoTo(i < clients.size() / 2 ? first : second);
        Node other = i < clients.size() / 2 ? second : first;
        Dialled.Up dialled = client.dials();
        up.add(dialled);
        again.add(
            CompletableFuture.supplyAsync(
                () -> reports(other, client, dialled.session()), threads));
        if (i == clients.size() / 2 - 1) {
          areReported(clients, up, first);
        }
      }
      areReported(clients, up, second);
      assertThat(again).allSatisfy(one -> assertThat(one.join()).isEqualTo(200));
    }

    eventually(
        () -> "nothing is owed; it is " + stage.records.owed(),
        MINUTES,
        () -> stage.records.owed() == 0);

    assertThat(stage.records.count("select count(*) from connection")).isEqualTo(200);
    assertThat(clients).allSatisfy(client -> assertThat(client.questions()).isEqualTo(1));
    Map<String, Long> entries = new HashMap<>();
    stage.router.view().denied().forEach(entry -> entries.merge(entry.address(), 1L, Long::sum));
    assertThat(entries).hasSize(200).allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
    assertThat(stage.router.view().permitted()).isEmpty();
  }

  @Test
  void one_killed_while_500_deadlines_wait_loses_none_and_delays_none() {
    stage.telegram.off();
    List<Client> clients = people(500);
    List<Dialled.Up> up = clients.stream().map(Client::dials).toList();
    areReported(clients, up, first);
    eventually(
        () -> "all are sandboxed",
        MINUTES,
        () ->
            stage.records.count("select count(*) from connection where enforced = 'ASKED'") == 500);
    long set = System.nanoTime();
    // Half of them within the next two seconds, which the node in charge does not live to see.
    stage.records.run(
        """
        update connection set deadline_at = tapgate_now()
          + make_interval(secs => 0.5 + 3.0 * (row - 1) / 500)
        from (select id as which, row_number() over (order by id) as row from connection) numbered
        where id = which
        """);
    (first.drivesTheRouter() ? first : second).part().kill();

    eventually(
        () -> "all are dropped",
        MINUTES,
        () ->
            stage.records.count(
                    "select count(*) from connection where state = 'EXPIRED' and enforced = state")
                == 500);

    Map<String, Instant> dropped = new HashMap<>();
    for (Change change : stage.router.history()) {
      if (change instanceof Change.SessionDown down) {
        assertThat(dropped.put(down.session().address(), down.at())).as("dropped once").isNull();
      }
    }
    assertThat(dropped).hasSize(500);
    Duration promised = Eventually.promised(Duration.ofSeconds(2), set);
    Map<String, Instant> deadlines = deadlines();
    for (Dialled.Up one : up) {
      String address = one.session().address();
      assertThat(Duration.between(deadlines.get(address), dropped.get(address)))
          .as(address)
          .isLessThan(promised)
          .isGreaterThan(Duration.ofMillis(-10));
    }
  }

  /** Each, by the tunnel address. */
  private Map<String, Instant> deadlines() {
    Map<String, Instant> deadlines = new HashMap<>();
    String all =
        stage.records.ask(
            "select string_agg(concat(host(tunnel), '=',"
                + " (extract(epoch from deadline_at) * 1000)::bigint), ',') from connection");
    for (String one : all.split(",", -1)) {
      String[] pair = one.split("=", -1);
      deadlines.put(pair[0], Instant.ofEpochMilli(Long.parseLong(pair[1])));
    }
    return deadlines;
  }

  /** A whole minute by everybody's clock: longer than a claim and any time limit of ours. */
  @Test
  void one_paused_in_the_middle_for_a_minute_and_woken_permits_nobody() throws Exception {
    Client alice = stage.somebody();
    Session session = alice.connects();
    Message question = alice.question();
    stage.records.untilNothingIsOwed();
    stage.router.silent();
    alice.taps("It's me", question);
    eventually("confirmed", () -> stage.records.stateOf(alice).equals("CONFIRMED"));
    eventually(
        "the router is being asked",
        () ->
            lastHeard("/ip/firewall/address-list/print")
                || lastHeard("/ppp/active")
                || lastHeard("/system/identity/print"));

    first.part().pause();
    long paused = System.nanoTime();
    try {
      stage.router.on();
      hooksGoTo(second);
      eventually("the other drives", second::drivesTheRouter);
      alice.isLetIn(session);
      alice.hangsUp(session);
      alice.isOnNoList(session);
      eventually(
          () -> "a minute is over",
          MINUTE.multipliedBy(2),
          () -> System.nanoTime() - paused > MINUTE.toNanos());
    } finally {
      first.part().wake();
    }
    Instant woken = stage.time.now();

    eventually("it knows its place", () -> first.health().contains("driven by another node"));
    stage.records.untilNothingIsOwed();
    assertThat(stage.router.history())
        .filteredOn(change -> change.at().isAfter(woken))
        .noneMatch(Change.EntryAdded.class::isInstance);
    alice.isOnNoList(session);
  }

  @Test
  void a_second_watcher_waits_for_its_turn_and_takes_over() {
    try (Part standby = stage.anotherWatcher(second)) {
      Client alice = stage.somebody();
      Session session = alice.connects();
      Message question = alice.question();
      stage.watcher().kill();
      alice.taps("It's me", question);
      stage.time.passes(Duration.ofSeconds(31));

      alice.isLetIn(session);
      assertThat(standby.said()).doesNotContainIgnoringCase("conflict");
    }
  }

  private List<Client> people(int many) {
    List<Client> people = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      people.add(stage.somebody());
    }
    return people;
  }

  private boolean lastHeard(String command) {
    return stage.router.commands().getLast().words().getFirst().startsWith(command);
  }

  private void hooksGoTo(Node node) {
    stage.router.reportTo(URI.create("http://127.0.0.1:" + node.doors().port()));
  }

  /** A hook whose answer did not come, or was that there is no room, is sent again to this node. */
  private static void areReported(List<Client> clients, List<Dialled.Up> up, Node node) {
    List<Callable<Integer>> again = new ArrayList<>();
    for (int i = 0; i < up.size(); i++) {
      Client client = clients.get(i);
      Dialled.Up one = up.get(i);
      boolean heard =
          one.report().join() instanceof Report.Answered(int status, _) && status == 200;
      if (!heard) {
        again.add(() -> reports(node, client, one.session()));
      }
    }
    assertThat(AtOnce.abreast(SIDE_BY_SIDE, again)).allMatch(status -> status == 200);
  }

  private static int reports(Node node, Client client, Session session) {
    return Doors.untilServed(() -> client.reports("connect", node.doors(), session)).status();
  }
}
