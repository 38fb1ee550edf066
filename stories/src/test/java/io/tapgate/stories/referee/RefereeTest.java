package io.tapgate.stories.referee;

import static io.tapgate.stories.referee.Day.ALICE;
import static io.tapgate.stories.referee.Day.HERE;
import static io.tapgate.stories.referee.Day.MALLORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Session;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** For each rule a day on which it alone was broken; and days on which nothing was. */
class RefereeTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Day day = new Day();

  // Nothing was wrong.

  @Test
  void a_day_like_any_other_breaks_no_rule() {
    Session first = day.alice();
    day.passes(1).taps(ALICE, day.asks(first)).passes(1).permits(first).passes(60).hangsUp(first);
    Session second = day.passes(1).alice();
    day.passes(1).refuses(ALICE, day.asks(second)).passes(1);
    day.down(second, Change.Why.REMOVED).out("DENY", HERE).in("BAN", "198.18.0.1");
    Session third = day.passes(2).dials("mallory", MALLORY, "198.18.0.9");
    day.asks(third);
    day.leaps(MINUTE.multipliedBy(5)).passes(1).down(third, Change.Why.REMOVED).out("DENY", HERE);

    assertThat(day.judged()).isEmpty();
  }

  @Test
  void two_sessions_of_one_person_are_let_in_by_their_own_taps() {
    Session first = day.alice();
    String one = day.passes(1).asks(first);
    Session second = day.dials("alice", ALICE, "198.18.0.1", "10.8.0.3");
    String two = day.passes(1).asks(second);
    day.passes(1).taps(ALICE, two).permits(second).passes(1).taps(ALICE, one).permits(first);

    assertThat(day.judged()).isEmpty();
  }

  @Test
  void a_question_that_came_again_is_one_and_its_time_starts_anew() {
    Session session = day.alice();
    String token = day.passes(1).asks(session);
    day.passes(MINUTE.multipliedBy(4)).comesAgain(token, session);
    day.passes(MINUTE.multipliedBy(4)).taps(ALICE, token).permits(session);

    assertThat(day.judged()).isEmpty();
  }

  @Test
  void who_is_asked_while_tapgate_is_away_may_have_more_time() {
    Session session = day.alice();
    String token = day.passes(1).asks(session);
    day.away(Trouble.Whose.TAPGATE, MINUTE.multipliedBy(2)).passes(MINUTE.multipliedBy(4));

    day.taps(ALICE, token).permits(session);

    assertThat(day.judged()).isEmpty();
  }

  @Test
  void a_permit_that_loses_the_race_against_the_end_is_taken_back() {
    Session session = day.alice();
    day.taps(ALICE, day.asks(session)).passes(1).hangsUp(session);
    Session next = day.dials("mallory", MALLORY, "198.18.0.9");
    day.permits(next).passes(1).out("PERMIT", HERE).in("DENY", HERE).passes(60);

    assertThat(day.judged()).isEmpty();
  }

  @Test
  void two_sessions_on_one_address_are_let_in_when_both_were_tapped_for() {
    Session one = day.alice();
    day.taps(ALICE, day.asks(one)).passes(1);
    Session other = day.dials("mallory", MALLORY, "198.18.0.9");
    day.taps(MALLORY, day.asks(other)).permits(other).passes(60);

    assertThat(day.judged()).isEmpty();
  }

  @Test
  void a_permit_that_loses_the_race_against_a_second_session_is_taken_back() {
    Session old = day.dials("mallory", MALLORY, "198.18.0.9");
    day.asks(old);
    Session session = day.alice();
    day.taps(ALICE, day.asks(session)).permits(session).passes(1).out("PERMIT", HERE);
    day.in("DENY", HERE).passes(60);

    assertThat(day.judged()).isEmpty();
  }

  @Test
  void a_router_that_is_away_gives_time_to_mend_and_no_more() {
    Session session = day.alice();
    day.out("DENY", HERE).away(Trouble.Whose.ROUTER, MINUTE).passes(1).in("DENY", HERE).passes(9);
    assertThat(day.judged()).isEmpty();

    day.passes(1).out("DENY", HERE).passes(3).in("DENY", HERE);
    assertThat(rules()).containsExactly(Rule.IN_THE_SANDBOX_OTHERWISE);
    assertThat(day.judged().getFirst().what()).contains(session.sessionId());
  }

  // One bug each.

  @Test
  void let_in_without_a_tap() {
    Session session = day.alice();
    day.asks(session);
    day.passes(1).permits(session);

    assertThat(rules()).containsExactly(Rule.NOBODY_WITHOUT_A_TAP);
  }

  @Test
  void let_in_before_the_tap() {
    Session session = day.alice();
    String token = day.asks(session);
    day.passes(1).permits(session).passes(1).taps(ALICE, token);

    assertThat(rules()).containsExactly(Rule.NOBODY_WITHOUT_A_TAP);
  }

  @Test
  void one_tap_lets_a_later_session_in_as_well() {
    Session first = day.alice();
    day.taps(ALICE, day.asks(first)).permits(first).passes(60).hangsUp(first);
    Session second = day.passes(5).alice();
    day.asks(second);
    day.passes(1).permits(second);

    assertThat(rules()).containsExactly(Rule.NO_TAP_FOR_ANOTHER_SESSION);
  }

  @Test
  void a_tap_on_an_old_question_lets_the_new_session_in() {
    Session first = day.alice();
    String old = day.passes(1).asks(first);
    day.passes(10).hangsUp(first).passes(1);
    Session second = day.alice();
    day.asks(second);
    day.passes(1).taps(ALICE, old).permits(second);

    assertThat(rules()).containsExactly(Rule.NO_TAP_FOR_ANOTHER_SESSION);
  }

  @Test
  void somebody_else_tapped() {
    Session session = day.alice();
    day.passes(1).taps(MALLORY, day.asks(session)).passes(1).permits(session);

    assertThat(rules()).containsExactly(Rule.NO_TAP_OF_ANOTHER_PERSON);
  }

  @Test
  void a_late_tap_counts() {
    Session session = day.alice();
    String token = day.passes(1).asks(session);
    day.passes(3).leaps(MINUTE.multipliedBy(5)).taps(ALICE, token).permits(session);

    assertThat(rules()).containsExactly(Rule.NO_TAP_AFTER_THE_DEADLINE);
  }

  @Test
  void a_change_of_mind_counts() {
    Session session = day.alice();
    String token = day.passes(1).asks(session);
    day.passes(1).refuses(ALICE, token).passes(1).taps(ALICE, token).permits(session);

    assertThat(rules()).containsExactly(Rule.NOBODY_AFTER_NOT_ME);
  }

  @Test
  void a_caller_on_the_ban_list_is_let_in() {
    day.in("BAN", "198.18.0.1").passes(1);
    Session session = day.alice();
    day.taps(ALICE, day.asks(session)).permits(session);

    assertThat(rules()).containsExactly(Rule.NOBODY_WHO_IS_BANNED);
  }

  @Test
  void a_banned_account_is_let_in_from_elsewhere() {
    Session first = day.alice();
    day.refuses(ALICE, day.asks(first)).passes(1);
    day.down(first, Change.Why.REMOVED).out("DENY", HERE).passes(1);
    Session second = day.dials("alice", ALICE, "198.18.0.2");
    day.taps(ALICE, day.asks(second)).permits(second);

    assertThat(rules()).containsExactly(Rule.NOBODY_WHO_IS_BANNED);
  }

  @Test
  void permitted_again_after_the_session_is_over() {
    Session session = day.alice();
    day.taps(ALICE, day.asks(session)).permits(session).passes(5).hangsUp(session);
    day.passes(10).in("PERMIT", HERE);

    assertThat(rules()).containsExactly(Rule.NO_PERMIT_WITHOUT_A_SESSION);
  }

  /** However long the router was away: that excuses nobody. */
  @Test
  void permitted_when_the_router_is_back_though_the_session_ended_meanwhile() {
    Session session = day.alice();
    day.taps(ALICE, day.asks(session))
        .passes(1)
        .hangsUp(session)
        .away(Trouble.Whose.ROUTER, MINUTE);
    day.in("PERMIT", HERE);

    assertThat(rules()).containsExactly(Rule.NO_PERMIT_WITHOUT_A_SESSION);
  }

  @Test
  void a_whole_network_is_permitted() {
    day.in("PERMIT", "10.8.0.0/16");

    assertThat(rules()).containsExactly(Rule.NO_PERMIT_WITHOUT_A_SESSION);
  }

  @Test
  void let_in_on_an_address_where_an_older_session_is_that_nobody_tapped_for() {
    Session old = day.dials("mallory", MALLORY, "198.18.0.9");
    day.asks(old);
    Session session = day.alice();
    day.taps(ALICE, day.asks(session)).permits(session).passes(3);

    assertThat(rules()).containsExactly(Rule.NOBODY_BESIDE_ANOTHER);
    assertThat(day.judged().getFirst().what()).contains(old.sessionId());
  }

  @Test
  void a_permit_stays_when_a_second_session_comes_up_on_its_address() {
    Session session = day.alice();
    day.taps(ALICE, day.asks(session)).permits(session).passes(5);
    day.up("mallory", MALLORY, "198.18.0.9", HERE);
    day.passes(3);

    assertThat(rules()).containsExactly(Rule.NOBODY_BESIDE_ANOTHER);
  }

  @Test
  void a_permit_stays_when_the_session_is_over() {
    Session session = day.alice();
    day.taps(ALICE, day.asks(session)).permits(session).passes(5);
    day.down(session, Change.Why.HUNG_UP).passes(3).out("PERMIT", HERE);

    assertThat(rules()).containsExactly(Rule.NO_PERMIT_BEYOND_THE_SESSION);
  }

  @Test
  void a_permit_is_renewed_though_its_session_has_vanished() {
    Session session = day.alice();
    day.taps(ALICE, day.asks(session)).permits(session).passes(5);
    day.down(session, Change.Why.VANISHED).passes(MINUTE.multipliedBy(15));
    assertThat(day.judged()).isEmpty();

    day.passes(MINUTE).out("PERMIT", HERE);
    assertThat(rules()).containsExactly(Rule.NO_PERMIT_BEYOND_THE_SESSION);
  }

  @Test
  void the_script_on_up_did_not_close_the_gate() {
    day.up("alice", ALICE, "198.18.0.1", HERE);
    day.passes(3);

    assertThat(rules()).containsExactly(Rule.IN_THE_SANDBOX_OTHERWISE);
  }

  @Test
  void a_session_leaves_the_sandbox_before_it_is_over() {
    day.alice();
    day.passes(60).out("DENY", HERE).passes(3);

    assertThat(rules()).containsExactly(Rule.IN_THE_SANDBOX_OTHERWISE);
  }

  private List<Rule> rules() {
    return day.judged().stream().map(Finding::rule).toList();
  }
}
