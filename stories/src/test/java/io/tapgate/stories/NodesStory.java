package io.tapgate.stories;

import static io.tapgate.stories.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.Dialled;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Message;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final Duration A_MINUTE_OF_QUESTIONS = Duration.ofSeconds(90);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Stage stage;
  private Node first;
  private Node second;

  @BeforeEach
  void open() {
    stage = Stage.withItsOwnClock();
    first = stage.node();
    second = stage.anotherApi();
    assertThat(first.drivesTheRouter()).isTrue();
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
          up.forEach(one -> one.report().join());
        }
      }
      up.forEach(one -> assertThat(one.report()).succeedsWithin(Eventually.SOON));
      assertThat(again).allSatisfy(one -> assertThat(one.join()).isEqualTo(200));
    }

    eventually(
        () -> "nothing is owed; it is " + stage.records.owed(),
        A_MINUTE_OF_QUESTIONS,
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
    up.forEach(one -> assertThat(one.report()).succeedsWithin(Eventually.SOON));
    eventually(
        "all are sandboxed",
        () ->
            stage.records.count("select count(*) from connection where enforced = 'ASKED'") == 500);
    // Half of them within the next two seconds, which the node in charge does not live to see.
    stage.records.run(
        """
        update connection set deadline_at = tapgate_now()
          + make_interval(secs => 0.5 + 3.0 * (row - 1) / 500)
        from (select id as which, row_number() over (order by id) as row from connection) numbered
        where id = which
        """);
    assertThat(first.drivesTheRouter()).isTrue();
    first.part().kill();

    eventually(
        "all are dropped",
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
    Duration promised = Eventually.promised(Duration.ofSeconds(2));
    for (Dialled.Up one : up) {
      String address = one.session().address();
      Instant deadline =
          Instant.ofEpochMilli(
              stage.records.count(
                  "select (extract(epoch from deadline_at) * 1000)::bigint from connection"
                      + " where tunnel = ?::inet",
                  address));
      assertThat(Duration.between(deadline, dropped.get(address)))
          .as(address)
          .isLessThan(promised)
          .isGreaterThan(Duration.ofMillis(-10));
    }
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

  private static int reports(Node node, Client client, Session session) {
    return node.doors().post("/client/connect", Keys.HOOK, client.hook(session.address())).status();
  }
}
