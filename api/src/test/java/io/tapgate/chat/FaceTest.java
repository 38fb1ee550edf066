package io.tapgate.chat;

import static io.tapgate.chat.Face.ALLOWED;
import static io.tapgate.chat.Face.ALLOWED_LATER;
import static io.tapgate.chat.Face.ASKING;
import static io.tapgate.chat.Face.BLOCKED;
import static io.tapgate.chat.Face.BLOCKED_LATER;
import static io.tapgate.chat.Face.DROPPED;
import static io.tapgate.chat.Face.DROPPED_LATER;
import static io.tapgate.chat.Face.ENDED;
import static io.tapgate.chat.Face.ENDED_UNANSWERED;
import static io.tapgate.chat.Face.GONE;
import static io.tapgate.connection.ConnectionFixture.connection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tapgate.connection.Cause;
import io.tapgate.connection.ConnectionFixture;
import io.tapgate.connection.State;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaceTest {

  static Stream<Arguments> owedStates() {
    return Stream.of(
        owed(() -> connection().confirmed(), ALLOWED, ALLOWED_LATER),
        owed(() -> connection().rejected(), BLOCKED, BLOCKED_LATER),
        owed(() -> connection().expired(), DROPPED, DROPPED_LATER));
  }

  private static Arguments owed(Supplier<ConnectionFixture> fixture, Face done, Face later) {
    return arguments(fixture, done, later);
  }

  @ParameterizedTest
  @MethodSource("owedStates")
  void it_is_said_to_be_done_once_the_router_shows_it(
      Supplier<ConnectionFixture> owed, Face done, Face later) {
    assertThat(Face.of(owed.get().enforced().build())).contains(done);
    assertThat(Face.of(owed.get().overdue().enforced().build())).contains(done);
  }

  @ParameterizedTest
  @MethodSource("owedStates")
  void until_then_nothing_new_is_said(Supplier<ConnectionFixture> owed, Face done, Face later) {
    assertThat(Face.of(owed.get().build())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("owedStates")
  void after_a_while_the_router_is_said_to_be_silent(
      Supplier<ConnectionFixture> owed, Face done, Face later) {
    assertThat(Face.of(owed.get().overdue().build())).contains(later);
  }

  @Test
  void the_router_having_shown_an_earlier_state_is_not_enough() {
    assertThat(Face.of(connection().enforced().confirmed().build())).isEmpty();
    assertThat(Face.of(connection().enforced().rejected().overdue().build()))
        .contains(BLOCKED_LATER);
  }

  @ParameterizedTest
  @EnumSource
  void an_asked_connection_shows_its_question_whatever_the_router_does(Cause cause) {
    assertThat(Face.of(connection().because(cause).build())).contains(ASKING);
    assertThat(Face.of(connection().because(cause).overdue().build())).contains(ASKING);
    assertThat(Face.of(connection().because(cause).enforced().build())).contains(ASKING);
  }

  @ParameterizedTest
  @EnumSource
  void what_was_banned_was_never_asked_about_and_has_nothing_to_show(Cause cause) {
    assertThat(Face.of(connection().banned().because(cause).build())).isEmpty();
    assertThat(Face.of(connection().banned().because(cause).enforced().build())).isEmpty();
    assertThat(Face.of(connection().banned().because(cause).overdue().build())).isEmpty();
  }

  @Test
  void whoever_was_let_in_and_left_sees_how_long_it_was() {
    assertThat(Face.of(connection().confirmed().enforced().ended().build())).contains(ENDED);
  }

  @Test
  void whoever_left_before_the_router_let_them_in_is_told_so() {
    assertThat(Face.of(connection().confirmed().ended().build())).contains(GONE);
    assertThat(Face.of(connection().confirmed().overdue().ended().build())).contains(GONE);
  }

  @Test
  void whoever_left_without_an_answer_sees_that_it_is_over() {
    assertThat(Face.of(connection().ended().build())).contains(ENDED_UNANSWERED);
    assertThat(Face.of(connection().ended().enforced().build())).contains(ENDED_UNANSWERED);
  }

  /** Walks every state, cause, and what is known of the router. */
  @Test
  void each_face_belongs_to_one_state_and_every_face_is_reached() {
    Set<Face> seen = EnumSet.noneOf(Face.class);
    for (State state : State.values()) {
      Set<Face> ofState = EnumSet.noneOf(Face.class);
      for (Cause cause : Cause.values()) {
        everything().forEach(one -> Face.of(one.in(state, cause).build()).ifPresent(ofState::add));
        everything()
            .forEach(
                one -> Face.of(one.in(state, cause).enforced().build()).ifPresent(ofState::add));
      }
      assertThat(ofState).noneMatch(seen::contains);
      seen.addAll(ofState);
    }
    assertThat(seen).containsExactlyInAnyOrder(Face.values());
  }

  private static Stream<ConnectionFixture> everything() {
    return Stream.of(
        connection(),
        connection().overdue(),
        connection().confirmed(),
        connection().confirmed().overdue(),
        connection().confirmed().enforced());
  }
}
