package io.tapgate.stories;

import static io.tapgate.stories.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.RouterView;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Message;
import io.tapgate.playground.telegram.TelegramEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A tap and the deadline, or a tap and the end of the session, in the same instant on two nodes:
 * one of them wins, both answers and the record agree on which, and the router follows.
 *
 * <p>The races are run at the doors, as a watcher and a router's scripts knock there; sessions and
 * questions are real, and the router is driven meanwhile.
 */
@ExtendWith(ShowLogs.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RaceStory {
  private static final int ABREAST = 500;
  private static final int BATCHES = 10;
  private static final int SIDE_BY_SIDE = 32;
  private static final int LEAD = 2 * SIDE_BY_SIDE;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Map<Long, Message> asked = new ConcurrentHashMap<>();
  private final Set<String> cameAgain = ConcurrentHashMap.newKeySet();
  private final Random dice = new Random(4711);
  private volatile Duration tapsTook = Duration.ofMillis(700);
  private Stage stage;
  private Node first;
  private Node second;

  /** One race: whose, about which session, by which question. */
  private record Race(Client client, Session session, Message question) {}

  /** What the two doors said: 200 to whoever came first. */
  private record Ended(Race race, int tap, int other) {}

  /** Who knocks when: those of one place at about the same time. */
  private record Turn(int place, Callable<Integer> knock) {}

  @BeforeAll
  void open() {
    // Telegram's own limits are no matter here: thousands are asked, and nobody waits for it.
    stage =
        Stage.withItsOwnClock(
            Map.of("TAPGATE_CHAT_PACE_ASECOND", "250", "MAX_UNCONFIRMED_CONNECTIONS", "1000"));
    first = stage.node();
    second = stage.anotherApi();
    Runnable _ =
        stage.telegram.listen(event -> {
          if (event instanceof TelegramEvent.MessageSent(Message sent)
              && sent.buttons().findAny().isPresent()) {
            asked.put(sent.chat(), sent);
          }
        });
  }

  @AfterAll
  void close() {
    second.part().close();
    stage.close();
  }

  @Test
  void of_a_tap_and_the_deadline_one_wins() {
    int won = 0;
    for (int i = 0; i < BATCHES; i++) {
      List<Ended> ended = againstTheDeadline(asked());
      tapOrDeadline(ended);
      won += taps(ended);
      follows(ended, "CONFIRMED", "EXPIRED");
      ended.stream().filter(one -> one.tap() == 200).forEach(one -> hangsUp(one.race()));
    }
    said("tap against deadline", won);
  }

  @Test
  void of_a_tap_and_a_hang_up_one_wins() {
    int won = 0;
    for (int i = 0; i < BATCHES; i++) {
      List<Ended> ended = againstTheHangUp(asked());
      tapOrHangUp(ended);
      won += taps(ended);
      follows(ended, "ENDED", "ENDED");
    }
    said("tap against hang-up", won);
  }

  private static void said(String what, int won) {
    int all = ABREAST * BATCHES;
    System.out.printf("%s: %d races, the tap won %d%n", what, all, won);
    assertThat(won).as("else it was no race").isBetween(all / 50, all - all / 50);
  }

  private static int taps(List<Ended> ended) {
    return (int) ended.stream().filter(one -> one.tap() == 200).count();
  }

  // The field.

  /** So many people, dialled in through both nodes, and each asked. */
  private List<Race> asked() {
    List<Client> clients = new ArrayList<>();
    List<Session> sessions = new ArrayList<>();
    List<Callable<Integer>> hooks = new ArrayList<>();
    for (int i = 0; i < ABREAST; i++) {
      Client client = stage.somebody();
      Session session = client.dialsUnheard();
      clients.add(client);
      sessions.add(session);
      Node node = i % 2 == 0 ? first : second;
      hooks.add(
          () -> Doors.untilServed(() -> client.reports("connect", node.doors(), session)).status());
    }
    assertThat(AtOnce.abreast(SIDE_BY_SIDE, hooks)).containsOnly(200);
    eventually(
        () -> "all are asked",
        PATIENCE,
        () -> clients.stream().allMatch(client -> asked.containsKey(client.chat)));
    untilTheRouterOwesNothing();
    List<Race> races = new ArrayList<>();
    for (int i = 0; i < ABREAST; i++) {
      Client client = clients.get(i);
      races.add(
          new Race(client, sessions.get(i), Objects.requireNonNull(asked.remove(client.chat))));
    }
    Collections.shuffle(races, dice);
    return races;
  }

  /** What people are told of it may come later: nobody waits for Telegram here. */
  private void untilTheRouterOwesNothing() {
    String owed = "select count(*) from connection where owed_since is not null";
    eventually(
        () -> "the router owes nothing; it is " + stage.records.count(owed),
        PATIENCE,
        () -> stage.records.count(owed) == 0);
  }

  // The races.

  /**
   * Their deadlines pass one after the other while their taps arrive on one node; on the other the
   * time is checked all the while, besides what the timers of both do. They pass within about the
   * time that the taps take on this machine, else one side would win them all.
   */
  private List<Ended> againstTheDeadline(List<Race> races) {
    AtomicBoolean over = new AtomicBoolean();
    List<Callable<Ended>> taps = new ArrayList<>();
    for (Race race : races) {
      taps.add(() -> new Ended(race, taps(race), 0));
    }
    stage.records.run(
        "update connection set deadline_at = tapgate_now() + random() * make_interval(secs => "
            + tapsTook.toMillis() / 1000.0
            + ") where state = 'ASKED'");
    long begun = System.nanoTime();
    List<Callable<List<Ended>>> both =
        List.of(
            () -> {
              try {
                return AtOnce.abreast(SIDE_BY_SIDE, taps);
              } finally {
                tapsTook = Duration.ofNanos(System.nanoTime() - begun);
                over.set(true);
              }
            },
            () -> {
              while (!over.get()) {
                checksTheTime();
              }
              return List.of();
            });
    List<Ended> ended = AtOnce.all(both).getFirst();
    eventually("the last deadline is past", () -> stage.records.count(LIVE_AND_DUE) == 0);
    return ended;
  }

  private static final String LIVE_AND_DUE =
      "select count(*) from connection where state = 'ASKED'";

  /**
   * Who is told that there is no room, and then that it was confirmed already, came in time: it was
   * written down, and the answer was lost.
   */
  private int taps(Race race) {
    Supplier<Doors.Answer> tap = () -> race.client().confirms(first.doors(), race.question());
    Doors.Answer answer = tap.get();
    if (answer.status() != 503) {
      return answer.status();
    }
    Doors.Answer again = Doors.untilServed(tap);
    return again.text("state").equals("confirmed") ? 200 : again.status();
  }

  private void checksTheTime() {
    assertThat(second.doors().post("/client/timecheck", Keys.ADMIN, Map.of()).status())
        .isIn(200, 503);
  }

  /**
   * Each knocks somewhat before or after the other, so many places in the queue as dice say: how
   * long either takes differs from machine to machine, and with one distance for all of them one
   * side would win nearly every race.
   */
  private List<Ended> againstTheHangUp(List<Race> races) {
    int[] taps = new int[races.size()];
    int[] downs = new int[races.size()];
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < races.size(); i++) {
      int at = i;
      Race race = races.get(i);
      turns.add(new Turn(at, () -> taps[at] = taps(race)));
      turns.add(new Turn(at + dice.nextInt(-LEAD, LEAD + 1), () -> downs[at] = hangsUp(race)));
    }
    Collections.shuffle(turns, dice);
    turns.sort(Comparator.comparingInt(Turn::place));
    AtOnce.abreast(SIDE_BY_SIDE, turns.stream().map(Turn::knock).toList());
    List<Ended> ended = new ArrayList<>();
    for (int i = 0; i < races.size(); i++) {
      ended.add(new Ended(races.get(i), taps[i], downs[i]));
    }
    return ended;
  }

  private int hangsUp(Race race) {
    stage.router.hangUpQuietly(race.session());
    Supplier<Doors.Answer> down =
        () -> race.client().reports("disconnect", second.doors(), race.session());
    int status = down.get().status();
    if (status == 503) {
      cameAgain.add(race.client().name);
      status = Doors.untilServed(down).status();
    }
    return status;
  }

  // The winner.

  /** What is on record of everybody: the state, and whether a tap was ever taken. */
  private Map<String, String> onRecord() {
    Map<String, String> states = new HashMap<>();
    String all =
        stage.records.ask(
            "select string_agg(concat(c.name, '=', x.state, ' ', x.confirmed_at is not null), ',')"
                + " from connection x join client c on c.id = x.client_id");
    for (String one : all.split(",", -1)) {
      String[] pair = one.split("=", -1);
      assertThat(states.put(pair[0], pair[1])).as("%s has one connection", pair[0]).isNull();
    }
    return states;
  }

  /** Whose session was found gone before anybody reported it. */
  private Set<String> foundGone() {
    String all =
        stage.records.ask(
            "select coalesce(string_agg(c.name, ','), '') from connection x"
                + " join client c on c.id = x.client_id where x.cause = 'SESSION_GONE'");
    return Set.of(all.split(",", -1));
  }

  private void tapOrDeadline(List<Ended> all) {
    Map<String, String> states = onRecord();
    for (Ended one : all) {
      assertThat(one.tap()).isIn(200, 409);
      assertThat(states.get(one.race().client().name))
          .isEqualTo(one.tap() == 200 ? "CONFIRMED t" : "EXPIRED f");
    }
  }

  /**
   * Whoever hangs up is heard in any case, unless the router was seen without the session before
   * that, or had to come again and had been heard; the tap came before, or too late.
   */
  private void tapOrHangUp(List<Ended> all) {
    Map<String, String> states = onRecord();
    Set<String> gone = foundGone();
    for (Ended one : all) {
      String name = one.race().client().name;
      if (one.other() != 404 || !cameAgain.contains(name)) {
        assertThat(one.other()).isEqualTo(gone.contains(name) ? 404 : 200);
      }
      assertThat(one.tap()).isIn(200, 409);
      assertThat(states.get(one.race().client().name))
          .isEqualTo(one.tap() == 200 ? "ENDED t" : "ENDED f");
    }
  }

  /** Once nothing is owed, the router shows the winner of each race. */
  private void follows(List<Ended> ended, String tapped, String otherwise) {
    Instant begun = Instant.now();
    untilTheRouterOwesNothing();
    RouterView view = stage.router.view();
    Map<String, Session> up = new HashMap<>();
    view.sessions().forEach(session -> up.put(session.address(), session));
    for (Ended one : ended) {
      String state = one.tap() == 200 ? tapped : otherwise;
      Session session = one.race().session();
      boolean in = state.equals("CONFIRMED");
      assertThat(view.permits(session.address())).as(state).isEqualTo(in);
      assertThat(session.equals(up.get(session.address()))).as(state).isEqualTo(in);
      assertThat(view.denies(session.address())).isFalse();
    }
    System.out.printf(
        "%d races: the router had followed %d ms later%n",
        ended.size(), Duration.between(begun, Instant.now()).toMillis());
  }
}
