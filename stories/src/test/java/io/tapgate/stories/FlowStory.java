package io.tapgate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.Dialled;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.device.Subscription;
import io.tapgate.playground.telegram.Message;
import io.tapgate.playground.telegram.Press;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rows of the flow, through every real process between the router and the phone. */
@ExtendWith({ShowLogs.class, Judged.class})
class FlowStory {
  private static final int LIMIT = 3;
  private static final Duration OUTER_BOUND = Duration.ofSeconds(5);

  private final Stage stage = Stage.shared();

  @Test
  void a_tap_in_time_opens_the_gate() {
    Client alice = stage.somebody();
    Session session = alice.connects();
    Message question = alice.question();
    alice.isShutOut(session);

    Press tap = alice.taps("It's me", question);

    alice.isLetIn(session);
    alice.isTold(tap, "Thank you. The network opens now.");
    Message allowed = alice.shows("Allowed since");
    assertThat(allowed.id()).isEqualTo(question.id());
    assertThat(allowed.buttons()).isEmpty();
  }

  @Test
  void from_tap_to_permit_it_is_quick() {
    List<Duration> spans = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      spans.add(fromTapToPermit());
    }
    Collections.sort(spans);
    System.out.printf(
        "tap to PERMIT, 12 times: shortest %d ms, median %d ms, longest %d ms%n",
        spans.getFirst().toMillis(), spans.get(6).toMillis(), spans.getLast().toMillis());
    assertThat(spans.getLast()).isLessThan(OUTER_BOUND);
  }

  private Duration fromTapToPermit() {
    Client alice = stage.somebody();
    Session session = alice.connects();
    Message question = alice.question();
    CompletableFuture<Long> permitted = new CompletableFuture<>();
    try (Subscription _ =
        stage.router.onChange(change -> {
          if (permits(change, session)) {
            permitted.complete(System.nanoTime());
          }
        })) {
      long tapped = System.nanoTime();
      alice.taps("It's me", question);
      assertThat(permitted).succeedsWithin(OUTER_BOUND);
      return Duration.ofNanos(permitted.join() - tapped);
    }
  }

  private static boolean permits(Change change, Session session) {
    return change instanceof Change.EntryAdded(Instant _, var entry)
        && entry.list().equals("PERMIT")
        && entry.holds(session.address());
  }

  @Test
  void not_me_drops_the_session_and_bans_the_caller() {
    Client alice = stage.somebody();
    Session session = alice.connects();
    Message question = alice.question();

    Press tap = alice.taps("Not me", question);

    alice.routerShows(view -> view.sessionsOf(alice.name).isEmpty() && view.bans(alice.caller));
    alice.isTold(tap, "Noted. The session is being dropped, and the account is blocked.");
    assertThat(alice.shows("blocked until").buttons()).isEmpty();
    alice.isOnNoList(session);
  }

  @Test
  void nobody_taps_and_within_two_seconds_of_the_deadline_it_is_over() {
    Client alice = stage.somebody();
    alice.connects();
    Message question = alice.question();
    stage.records.untilNothingIsOwed();

    long deadline = System.nanoTime();
    stage.time.passes(Stage.TIMEOUT);
    alice.routerShows(view -> view.sessionsOf(alice.name).isEmpty());
    Message over = alice.shows(message -> message.text().contains("Time is over"));
    Duration late = Duration.ofNanos(System.nanoTime() - deadline);
    long said = System.nanoTime();
    // A message of its own waits for the chat's second after that.
    alice.shows("Nobody answered in time");
    assertThat(Duration.ofNanos(System.nanoTime() - said))
        .isLessThan(Eventually.promised(Duration.ofSeconds(2), said));

    System.out.printf("deadline to dropped, and said so: %d ms%n", late.toMillis());
    assertThat(over.id()).isEqualTo(question.id());
    assertThat(over.buttons()).isEmpty();
    assertThat(late).isLessThan(Eventually.promised(Duration.ofSeconds(2), deadline));
  }

  @Test
  void the_connection_over_the_limit_is_banned_and_the_router_answers_no_more_calls() {
    Client alice = stage.somebody();
    alice.misses(LIMIT);
    int said = alice.told().size();

    Session fourth = alice.connects();

    alice.routerShows(view -> view.bans(alice.caller) && view.sessionsOf(alice.name).isEmpty());
    alice.isOnNoList(fourth);
    assertThat(alice.shows("is blocked until").buttons()).isEmpty();
    assertThat(alice.told()).hasSize(said + 1);
    assertThat(stage.router.dial(Call.of(Account.of(alice.name, alice.chat), alice.caller)))
        .isInstanceOf(Dialled.Refused.class);
  }

  @Test
  void hanging_up_clears_the_lists_and_the_chat_says_how_long_it_was() {
    Client alice = stage.somebody();
    Session session = alice.getsIn();
    stage.records.untilNothingIsOwed();
    stage.time.passes(Duration.ofMinutes(2));

    alice.hangsUp(session);

    assertThat(alice.shows("Session ended after").text()).contains("2 min");
    alice.isOnNoList(session);
  }

  @Test
  void who_writes_to_the_bot_learns_their_number_in_their_language() {
    Client boris = stage.somebody("ru");

    stage.telegram.write(boris.chat, boris.chat, "/start");

    boris.shows("Номер этого чата — " + boris.chat);
    boris.connects();
    assertThat(boris.question().text()).contains("Это вы?");
  }
}
