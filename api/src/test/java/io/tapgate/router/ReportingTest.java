package io.tapgate.router;

import static io.tapgate.connection.ConnectionFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReportingTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Reporting NONE = new Reporting(null, null, false);

  @Test
  void a_report_that_gets_lost_is_nobodys_news() {
    assertThat(NONE.missing(NOON, PATIENCE)).isEqualTo(new Reporting(null, NOON, false));
  }

  @Test
  void sessions_that_go_on_to_come_up_without_a_report_are() {
    Reporting begun = NONE.missing(NOON, PATIENCE);
    assertThat(begun.missing(NOON.plusSeconds(119), PATIENCE).told()).isFalse();
    Reporting told = begun.missing(NOON.plusSeconds(120), PATIENCE);
    assertThat(told).isEqualTo(new Reporting(null, NOON, true));
    assertThat(told.missing(NOON.plusSeconds(999), PATIENCE)).isEqualTo(told);
  }

  @Test
  void a_report_that_is_taken_ends_it() {
    assertThat(Reporting.taken(NOON)).isEqualTo(new Reporting(NOON, null, false));
  }

  @Test
  void reports_are_noted_to_the_minute_and_at_once_where_they_were_missed() {
    Reporting taken = Reporting.taken(NOON);
    assertThat(NONE.isToBeNoted(NOON)).isTrue();
    assertThat(taken.isToBeNoted(NOON.plusSeconds(59))).isFalse();
    assertThat(taken.isToBeNoted(NOON.plusSeconds(60))).isTrue();
    assertThat(taken.missing(NOON.plusSeconds(1), PATIENCE).isToBeNoted(NOON.plusSeconds(2)))
        .isTrue();
  }
}
