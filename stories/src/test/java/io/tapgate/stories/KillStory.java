package io.tapgate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.device.Subscription;
import io.tapgate.playground.telegram.Message;
import io.tapgate.playground.telegram.Press;
import io.tapgate.playground.telegram.TelegramEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code kill -9}, at each moment after a promise. What was owed is done after the next start:
 * once, where a person sees it. A question alone may come twice, where nobody could know that it
 * had arrived.
 */
@ExtendWith(ShowLogs.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillStory {
  private static final int LIMIT = 3;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Stage stage;

  @BeforeAll
  void open() {
    stage = Stage.withItsOwnClock();
  }

  @AfterAll
  void close() {
    stage.close();
  }

  /** Whatever a story broke on its way. */
  @AfterEach
  void mend() {
    stage.router.on();
    stage.telegram.on();
    if (!stage.api().runs()) {
      stage.startApi();
    }
    if (!stage.watcher().runs()) {
      stage.startWatcher();
    }
  }

  /** Neither the router nor Telegram hears a word between the answer 200 and the end. */
  @Test
  void what_was_answered_with_200_is_done_after_the_next_start() {
    Client late = stage.somebody();
    late.connects();
    late.question();
    stage.records.untilNothingIsOwed();
    stage.time.passes(MINUTE.multipliedBy(2));
    Client tapper = stage.somebody();
    Session let = tapper.connects();
    Message asked = tapper.question();
    Client denier = stage.somebody();
    denier.connects();
    Message denied = denier.question();
    Client leaver = stage.somebody();
    Session left = leaver.getsIn();
    Client sleeper = stage.somebody();
    sleeper.connects();
    sleeper.question();
    Client stubborn = stage.somebody();
    stubborn.misses(LIMIT);
    stage.records.untilNothingIsOwed();
    stage.router.silent();
    stage.telegram.silent();

    stage.time.passes(MINUTE.multipliedBy(3));
    Eventually.eventually("expired", () -> stage.records.stateOf(late).equals("EXPIRED"));
    Client fresh = stage.somebody();
    Session first = fresh.connects();
    stubborn.connects();
    leaver.hangsUp(left);
    assertThat(denier.rejects(stage.doors, denied).status()).isEqualTo(200);
    assertThat(tapper.confirms(stage.doors, asked).status()).isEqualTo(200);
    stage.api().kill();
    assertThat(stage.router.view().permits(let.address())).isFalse();
    stage.time.passes(MINUTE.multipliedBy(2));
    stage.router.on();
    stage.telegram.on();
    stage.startApi();

    tapper.isLetIn(let);
    tapper.shows("Allowed since");
    denier.routerShows(view -> view.bans(denier.caller) && !denier.isUp());
    denier.shows("blocked until");
    leaver.isOnNoList(left);
    leaver.shows("Session ended after");
    stubborn.routerShows(view -> view.bans(stubborn.caller) && !stubborn.isUp());
    stubborn.shows("is blocked until");
    for (Client client : new Client[] {late, sleeper}) {
      client.routerShows(_ -> !client.isUp());
      client.shows("Time is over");
      client.shows("Nobody answered in time");
    }
    fresh.isShutOut(first);
    Message question = fresh.question();
    stage.records.untilNothingIsOwed();
    for (Client client : new Client[] {fresh, tapper, denier, leaver, late, sleeper}) {
      assertThat(client.questions()).as(client.name).isEqualTo(1);
    }
    assertThat(stubborn.questions()).isEqualTo(LIMIT);
    assertThat(stubborn.saying("Too many connections")).isEqualTo(1);
    assertThat(late.saying("Nobody answered in time")).isEqualTo(1);
    assertThat(sleeper.saying("Nobody answered in time")).isEqualTo(1);
    fresh.taps("It's me", question);
    fresh.isLetIn(first);
  }

  @Test
  void a_question_whose_arrival_nobody_heard_of_comes_twice_and_either_one_can_be_answered() {
    Client alice = stage.somebody();
    Session session;
    try (Killing killing = killWhenTelegramHas(message -> isQuestionTo(alice, message))) {
      session = alice.dials().session();
      killing.happens();
    }
    Message unheardOf = alice.question();
    stage.startApi();

    Eventually.eventually("the second one", () -> alice.questions() == 2);
    Message second = alice.shows(message -> message.id() != unheardOf.id());
    assertThat(Client.data(second, "It's me")).isEqualTo(Client.data(unheardOf, "It's me"));
    alice.taps("It's me", unheardOf);

    alice.isLetIn(session);
    alice.shows("Allowed since");
    stage.records.untilNothingIsOwed();
    assertThat(alice.messages()).allMatch(message -> message.buttons().findAny().isEmpty());
    assertThat(connectionsOf(alice)).isEqualTo(1);
  }

  @Test
  void a_question_that_was_taken_keeps_its_message_and_its_deadline_and_a_tap_its_promise() {
    Client waiting = stage.somebody();
    waiting.connects();
    waiting.question();
    Client tapper = stage.somebody();
    Session session = tapper.connects();
    Message question = tapper.question();
    stage.records.untilNothingIsOwed();

    try (Killing killing = killWhenTheRouter(hears("/ppp/active/print"))) {
      tapper.taps("It's me", question);
      killing.happens();
    }
    stage.startApi();

    tapper.isLetIn(session);
    assertThat(tapper.shows("Allowed since").id()).isEqualTo(question.id());
    assertThat(tapper.questions()).isEqualTo(1);
    long deadline = System.nanoTime();
    stage.time.passes(Stage.TIMEOUT);
    waiting.routerShows(_ -> !waiting.isUp());
    waiting.shows("Nobody answered in time");
    assertThat(Duration.ofNanos(System.nanoTime() - deadline))
        .isLessThan(Eventually.promised(Duration.ofSeconds(2), deadline));
    assertThat(waiting.questions()).isEqualTo(1);
    assertThat(waiting.saying("Nobody answered in time")).isEqualTo(1);
  }

  @Test
  void a_permit_given_while_dying_does_not_outlive_its_session() {
    Client alice = stage.somebody();
    Session session = alice.connects();
    Message question = alice.question();
    stage.records.untilNothingIsOwed();

    try (Killing killing = killWhenTheRouter(permits(session))) {
      alice.taps("It's me", question);
      killing.happens();
    }
    assertThat(stage.router.view().permits(session.address())).isTrue();
    stage.router.vanish(session);
    stage.startApi();

    alice.isOnNoList(session);
    alice.shows(message -> message.text().contains("over") || message.text().contains("ended"));
    stage.records.untilNothingIsOwed();
    assertThat(stage.records.stateOf(alice)).isEqualTo("ENDED");
    assertThat(alice.told()).hasSize(1);
  }

  @Test
  void a_permit_that_was_given_and_not_written_down_is_found_and_said_once() throws Exception {
    Client alice = stage.somebody();
    Session session = alice.connects();
    Message question = alice.question();
    stage.records.untilNothingIsOwed();

    try (HeldBack heldBack = HeldBack.beforeItIsWrittenDown(stage.records)) {
      alice.taps("It's me", question);
      alice.isLetIn(session);
      heldBack.untilItWaits();
      stage.api().kill();
    }
    assertThat(alice.saying("Allowed since")).isZero();
    stage.startApi();

    alice.shows("Allowed since");
    stage.records.untilNothingIsOwed();
    alice.isLetIn(session);
    assertThat(alice.told()).hasSize(1);
    assertThat(stage.router.view().permitted())
        .filteredOn(entry -> entry.holds(session.address()))
        .hasSize(1);
  }

  @Test
  void a_message_that_was_changed_and_not_written_down_stays_as_it_is() {
    Client alice = stage.somebody();
    Session session = alice.connects();
    Message question = alice.question();

    try (Killing killing =
        killWhenTelegramHas(
            message -> message.chat() == alice.chat && message.text().contains("Allowed since"))) {
      alice.taps("It's me", question);
      killing.happens();
    }
    stage.startApi();

    stage.records.untilNothingIsOwed();
    alice.isLetIn(session);
    assertThat(alice.told()).hasSize(1);
    assertThat(alice.told().getFirst().earlier())
        .filteredOn(one -> !one.text().contains("does not answer"))
        .hasSize(1);
  }

  @Test
  void taps_made_while_the_watcher_was_dead_are_handled_when_it_is_back() {
    Client alice = stage.somebody();
    Client bob = stage.somebody();
    Session hers = alice.connects();
    Message first = alice.question();
    bob.connects();
    Message second = bob.question();

    stage.watcher().kill();
    Press yes = alice.taps("It's me", first);
    Press no = bob.taps("Not me", second);
    // The dead one's lease runs out before another may read.
    stage.time.passes(Duration.ofSeconds(31));
    stage.startWatcher();

    alice.isLetIn(hers);
    alice.isTold(yes, "Thank you. The network opens now.");
    bob.routerShows(view -> view.bans(bob.caller) && !bob.isUp());
    bob.isTold(no, "Noted. The session is being dropped, and the account is blocked.");
  }

  private long connectionsOf(Client client) {
    return stage.records.count(
        "select count(*) from connection x join client c on c.id = x.client_id where c.name = ?",
        client.name);
  }

  // The instant.

  /** Waits for its moment, kills the api in it, and is over then. */
  private record Killing(CompletableFuture<Boolean> done, Runnable end) implements AutoCloseable {
    void happens() {
      assertThat(done).succeedsWithin(Eventually.SOON);
    }

    @Override
    public void close() {
      end.run();
    }
  }

  /** Telegram has it, and its answer has not left yet. */
  private Killing killWhenTelegramHas(Predicate<Message> wanted) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Part api = stage.api();
    Runnable end =
        stage.telegram.listen(event -> {
          if (!done.isDone() && message(event, wanted)) {
            api.kill();
            done.complete(true);
          }
        });
    return new Killing(done, end);
  }

  private static boolean message(TelegramEvent event, Predicate<Message> wanted) {
    return switch (event) {
      case TelegramEvent.MessageSent(Message sent) -> wanted.test(sent);
      case TelegramEvent.MessageEdited(Message edited) -> wanted.test(edited);
      default -> false;
    };
  }

  private static boolean isQuestionTo(Client client, Message message) {
    return message.chat() == client.chat && message.buttons().findAny().isPresent();
  }

  private Killing killWhenTheRouter(Predicate<Change> wanted) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Part api = stage.api();
    Subscription ear =
        stage.router.onChange(change -> {
          if (!done.isDone() && wanted.test(change)) {
            api.kill();
            done.complete(true);
          }
        });
    return new Killing(done, ear::close);
  }

  private static Predicate<Change> hears(String command) {
    return change ->
        change instanceof Change.CommandHeard heard && heard.words().getFirst().equals(command);
  }

  private static Predicate<Change> permits(Session session) {
    return change ->
        change instanceof Change.EntryAdded added
            && added.entry().list().equals("PERMIT")
            && added.entry().holds(session.address());
  }
}
