package io.tapgate.admin.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.admin.ListedBan;
import io.tapgate.admin.ListedConnection;
import io.tapgate.audit.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of those who were turned away, by what kept them out and whether it still does. */
class TurnedAwayTest {
  private static final Instant FROM = Instant.parse("2026-11-27T08:30:00Z");
  private static final Instant UNTIL = Instant.parse("2026-11-27T09:30:00Z");
  private static final Instant LIFTED = Instant.parse("2026-11-27T09:00:00Z");

  @Test
  void one_too_many_names_the_limit_and_the_end() {
    assertThat(during(ban("over_limit", "tapgate").inForce()).told("OVER_LIMIT", "alice"))
        .isEqualTo(
            "alice had too many unconfirmed connections in a row (the limit is 3): nobody was"
                + " asked, and a ban began, to last until 09:30:00 UTC on 27 Nov.");
    assertThat(during(ban("over_limit", "tapgate").over()).summary("over_limit"))
        .isEqualTo(
            "too many connections in a row that nobody confirmed (the limit is 3); the ban was in"
                + " force until 09:30:00 UTC on 27 Nov");
  }

  @Test
  void a_tap_and_an_admin_who_refused_are_told_apart() {
    assertThat(summary(ban("not_me", "person:5").inForce()))
        .isEqualTo(
            "they tapped “Not me” about another connection; the ban is in force until 09:30:00 UTC"
                + " on 27 Nov");
    assertThat(summary(ban("not_me", "key:7").saying("nobody of ours").lifted()))
        .isEqualTo(
            "an admin refused another connection (the reason given: nobody of ours); the ban was in"
                + " force until it was lifted at 09:00:00 UTC on 27 Nov");
    assertThat(began(ban("not_me", "person:5").inForce()))
        .isEqualTo(
            "person:5 tapped “Not me” about another connection, and alice was banned until 09:30:00"
                + " UTC on 27 Nov.");
    assertThat(began(ban("not_me", "key:7").saying("nobody of ours").over()))
        .isEqualTo(
            "key:7 refused another connection, and alice was banned until 09:30:00 UTC on 27 Nov."
                + " The reason given: nobody of ours");
  }

  @Test
  void without_an_end_somebody_must_lift_it() {
    assertThat(summary(ban("admin", "key:7").lasting().inForce()))
        .isEqualTo("an admin banned them; the ban is in force until somebody lifts it");
    assertThat(began(ban("admin", "key:7").lasting().inForce()))
        .isEqualTo("key:7 banned alice until somebody lifts the ban.");
  }

  @Test
  void a_lock_is_called_one_unless_a_ban_was_in_force_as_well() {
    ListedBan lock = ban("locked", "key:7").inForce();
    assertThat(during(lock).told("DURING_BAN", "alice"))
        .startsWith("alice's account was locked already");
    assertThat(
            new TurnedAway(List.of(lock, ban("admin", "key:7").inForce()), 3)
                .told("DURING_BAN", "alice"))
        .startsWith("alice was banned already");
    assertThat(Imposed.ended(ban("locked", "key:7").lifted(), Actor::toString))
        .hasValueSatisfying(end -> {
          assertThat(end.at()).isEqualTo(LIFTED);
          assertThat(end.text()).isEqualTo("key:9 lifted the lock.");
        });
    assertThat(Imposed.ended(ban("locked", "key:7").over(), Actor::toString))
        .hasValueSatisfying(end -> assertThat(end.text()).isEqualTo("The lock ran out."));
    assertThat(Imposed.ended(lock, Actor::toString)).isEmpty();
  }

  /** It was, when the connection came: of now nobody can tell. */
  @Test
  void of_a_ban_that_was_forgotten_no_more_is_said_than_that_it_was() {
    TurnedAway nothing = new TurnedAway(List.of(), 3);
    assertThat(nothing.summary("during_ban")).isEqualTo("a ban was in force then");
    assertThat(nothing.told("DURING_BAN", "alice")).startsWith("alice was banned already");
  }

  private static String summary(ListedBan ban) {
    return during(ban).summary("during_ban");
  }

  private static String began(ListedBan ban) {
    return Imposed.began(ban, "alice", Actor::toString).text();
  }

  private static TurnedAway during(ListedBan ban) {
    return new TurnedAway(List.of(ban), 3);
  }

  private static Made ban(String reason, String actor) {
    return new Made(reason, actor, null, UNTIL);
  }

  private record Made(String reason, String actor, @Nullable String why, @Nullable Instant until) {
    Made saying(String words) {
      return new Made(reason, actor, words, until);
    }

    Made lasting() {
      return new Made(reason, actor, why, null);
    }

    ListedBan inForce() {
      return listed(null, true);
    }

    ListedBan over() {
      return listed(null, false);
    }

    ListedBan lifted() {
      return listed(LIFTED, false);
    }

    private ListedBan listed(@Nullable Instant lifted, boolean inForce) {
      return new ListedBan(
          1,
          new ListedConnection.Client(1, "alice", null),
          reason,
          why,
          actor,
          FROM,
          until,
          lifted,
          lifted == null ? null : "key:9",
          inForce,
          List.of());
    }
  }
}
