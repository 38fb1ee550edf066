package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.RouterView;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Message;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The rows of the flow, one test each. */
class FlowTest extends House {
  private static final Duration SOON = Duration.ofSeconds(15);

  private static RouterView routerShows(Predicate<RouterView> wanted) {
    RouterView seen = router.await(wanted, SOON);
    assertThat(seen).matches(wanted);
    return seen;
  }

  @Test
  void a_connection_is_sandboxed_and_asked_about() {
    Client alice = somebody();
    Session session = alice.connects();

    Message question = alice.question();
    assertThat(question.text()).contains(alice.name, alice.caller, "office", "Is it you?");
    assertThat(question.buttons().map(button -> button.label()))
        .containsExactly("It's me", "Not me");
    routerShows(view -> view.denies(session.address()) && !view.permits(session.address()));
  }

  @Test
  void a_tap_in_time_opens_the_gate() {
    Client alice = somebody();
    Session session = alice.connects();

    Doors.Answer answer = alice.tapsItsMe(alice.question());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("state")).isEqualTo("confirmed");
    routerShows(view -> view.permits(session.address()) && !view.denies(session.address()));
    Message allowed = alice.shows("Allowed since");
    assertThat(allowed.buttons()).isEmpty();
  }

  @Test
  void not_me_drops_the_session_and_bans_the_caller() {
    Client alice = somebody();
    Session session = alice.connects();

    Doors.Answer answer = alice.tapsNotMe(alice.question());

    assertThat(answer.text("state")).isEqualTo("rejected");
    routerShows(view -> view.sessionsOf(alice.name).isEmpty() && view.bans(alice.caller));
    assertThat(alice.shows("blocked until").buttons()).isEmpty();
    RouterView after = router.view();
    assertThat(after.denies(session.address())).isFalse();
    assertThat(after.permits(session.address())).isFalse();
  }

  @Test
  void nobody_taps_and_the_session_is_dropped() {
    Client alice = somebody();
    alice.connects();
    Message question = alice.question();

    time.passes(TIMEOUT);

    routerShows(view -> view.sessionsOf(alice.name).isEmpty());
    alice.shows(
        message -> message.id() == question.id() && message.text().contains("Time is over"));
    alice.shows(message -> message.id() != question.id() && message.text().contains("dropped"));
  }

  @Test
  void hanging_up_clears_the_lists_and_the_chat_says_how_long_it_was() {
    Client alice = somebody();
    Session session = alice.connects();
    alice.tapsItsMe(alice.question());
    alice.shows("Allowed since");
    time.passes(Duration.ofMinutes(2));

    alice.hangsUp(session);

    assertThat(alice.shows("Session ended after").text()).contains("2 min");
    routerShows(view -> !view.permits(session.address()) && !view.denies(session.address()));
  }

  @Test
  void a_person_is_spoken_to_in_their_language() {
    Client boris = somebody("ru");
    boris.starts();
    boris.shows("Номер этого чата — " + boris.chat);

    boris.connects();

    assertThat(boris.question().text()).contains("Это вы?");
  }
}
