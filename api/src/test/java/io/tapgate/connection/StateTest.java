package io.tapgate.connection;

import static io.tapgate.connection.ConnectionFixture.NOON;
import static io.tapgate.connection.ConnectionFixture.TIME_TO_ANSWER;
import static io.tapgate.connection.ConnectionFixture.connection;
import static io.tapgate.connection.Event.CLOCK;
import static io.tapgate.connection.Event.GONE;
import static io.tapgate.connection.Event.ITS_ME;
import static io.tapgate.connection.Event.NOT_ME;
import static io.tapgate.connection.State.ASKED;
import static io.tapgate.connection.State.CONFIRMED;
import static io.tapgate.connection.State.ENDED;
import static io.tapgate.connection.State.EXPIRED;
import static io.tapgate.connection.State.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StateTest {
  private static final Instant DEADLINE = NOON.plus(TIME_TO_ANSWER);
  private static final Instant JUST_IN_TIME = DEADLINE.minusNanos(1);

  /**
   * What moves, in full; everything else stays. The times are before, at and after the deadline.
   */
  @ParameterizedTest
  @CsvSource({
    "ASKED,     ITS_ME, CONFIRMED, EXPIRED,   EXPIRED",
    "ASKED,     NOT_ME, REJECTED,  EXPIRED,   EXPIRED",
    "ASKED,     CLOCK,  ASKED,     EXPIRED,   EXPIRED",
    "ASKED,     GONE,   ENDED,     ENDED,     ENDED",
    "CONFIRMED, ITS_ME, CONFIRMED, CONFIRMED, CONFIRMED",
    "CONFIRMED, NOT_ME, CONFIRMED, CONFIRMED, CONFIRMED",
    "CONFIRMED, CLOCK,  CONFIRMED, CONFIRMED, CONFIRMED",
    "CONFIRMED, GONE,   ENDED,     ENDED,     ENDED",
  })
  void a_live_connection_moves_as_the_table_says(
      State from, Event event, State before, State at, State after) {
    assertThat(from.after(event, DEADLINE, JUST_IN_TIME)).isEqualTo(before);
    assertThat(from.after(event, DEADLINE, DEADLINE)).isEqualTo(at);
    assertThat(from.after(event, DEADLINE, DEADLINE.plusNanos(1))).isEqualTo(after);
  }

  @ParameterizedTest
  @EnumSource(names = {"REJECTED", "EXPIRED", "BANNED", "ENDED"})
  void nothing_leaves_the_other_four(State over) {
    assertThat(everywhereFrom(over)).containsOnly(over);
    assertThat(over.isLive()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void nobody_is_banned_or_asked_again_by_an_event(State from) {
    Set<State> entered = everywhereFrom(from);
    entered.remove(from);
    assertThat(entered).isSubsetOf(CONFIRMED, REJECTED, EXPIRED, ENDED);
  }

  @Test
  void only_an_asked_connection_is_ever_confirmed() {
    assertThat(entering(CONFIRMED)).containsExactly(ASKED);
    assertThat(entering(REJECTED)).containsExactly(ASKED);
    assertThat(entering(EXPIRED)).containsExactly(ASKED);
    assertThat(entering(ENDED)).containsExactly(ASKED, CONFIRMED);
  }

  @Test
  void a_late_tap_lets_nobody_in() {
    assertThat(connection().readAt(DEADLINE).build().after(ITS_ME)).isEqualTo(EXPIRED);
  }

  @Test
  void a_late_not_me_bans_nobody() {
    assertThat(connection().readAt(DEADLINE).build().after(NOT_ME)).isEqualTo(EXPIRED);
  }

  @Test
  void a_tap_in_the_last_moment_counts() {
    assertThat(connection().readAt(JUST_IN_TIME).build().after(ITS_ME)).isEqualTo(CONFIRMED);
  }

  @Test
  void a_confirmed_connection_outlives_its_deadline() {
    Instant tomorrow = DEADLINE.plusSeconds(86_400);
    assertThat(connection().confirmed().readAt(tomorrow).build().after(CLOCK)).isEqualTo(CONFIRMED);
  }

  @ParameterizedTest
  @MethodSource("settled")
  void a_late_or_repeated_tap_changes_nothing(Connection settled) {
    assertThat(List.of(ITS_ME, NOT_ME, CLOCK))
        .allSatisfy(event -> assertThat(settled.after(event)).isEqualTo(settled.state()));
  }

  @Test
  void a_hang_up_after_the_deadline_is_a_hang_up() {
    assertThat(connection().readAt(DEADLINE.plusSeconds(1)).build().after(GONE)).isEqualTo(ENDED);
  }

  static Stream<Connection> settled() {
    return Stream.of(
        connection().confirmed().build(),
        connection().rejected().build(),
        connection().expired().build(),
        connection().banned().build(),
        connection().ended().build());
  }

  private static Set<State> everywhereFrom(State from) {
    Set<State> reached = EnumSet.noneOf(State.class);
    for (Event event : Event.values()) {
      for (Instant now : List.of(JUST_IN_TIME, DEADLINE, DEADLINE.plusNanos(1))) {
        reached.add(from.after(event, DEADLINE, now));
      }
    }
    return reached;
  }

  private static List<State> entering(State to) {
    return Arrays.stream(State.values())
        .filter(from -> from != to && everywhereFrom(from).contains(to))
        .toList();
  }
}
