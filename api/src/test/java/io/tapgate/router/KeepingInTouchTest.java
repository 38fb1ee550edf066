package io.tapgate.router;

import static io.tapgate.connection.ConnectionFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.connection.RouterNews;
import io.tapgate.connection.RouterReported;
import io.tapgate.driving.Claim;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeepingInTouchTest {
  private static final Claim OURS = new Claim("router 3", "here", 1);
  private static final Claim NEXT = new Claim("router 3", "there", 2);

  private final EnforcingStage stage = new EnforcingStage();
  private final ContactsInMemory contacts = stage.contacts;
  private final KeepingInTouch inTouch = stage.inTouch;

  @Test
  void a_silence_is_told_once_and_its_end_once_whoever_drives_by_then() {
    assertThat(inTouch.answers(RouterFixture.ID, OURS)).isTrue();
    inTouch.isSilent(RouterFixture.ID, OURS);
    contacts.pass(Duration.ofMinutes(3));
    inTouch.isSilent(RouterFixture.ID, OURS);
    assertThat(news()).isEmpty();

    contacts.pass(Duration.ofMinutes(2));
    inTouch.isSilent(RouterFixture.ID, NEXT);
    inTouch.isSilent(RouterFixture.ID, NEXT);
    assertThat(news()).containsExactly(news(RouterNews.What.LOST));

    assertThat(inTouch.answers(RouterFixture.ID, NEXT)).isFalse();
    contacts.pass(Duration.ofMinutes(1));
    assertThat(inTouch.answers(RouterFixture.ID, NEXT)).isTrue();
    assertThat(inTouch.answers(RouterFixture.ID, NEXT)).isTrue();
    assertThat(news()).containsExactly(news(RouterNews.What.LOST), news(RouterNews.What.BACK));
  }

  @Test
  void whoever_does_not_drive_any_more_notes_nothing() {
    contacts.isDriven(NEXT);
    inTouch.isSilent(RouterFixture.ID, OURS);
    assertThat(inTouch.answers(RouterFixture.ID, OURS)).isFalse();
    assertThat(contacts.written()).isZero();
  }

  @Test
  void reports_that_do_not_arrive_are_told_once_and_that_they_arrive_again_once() {
    unreported();
    contacts.pass(Duration.ofMinutes(2));
    unreported();
    unreported();
    assertThat(news()).containsExactly(news(RouterNews.What.REPORTS_LOST));
    inTouch.look();
    assertThat(known().reporting().told()).isTrue();

    inTouch.on(new RouterReported(RouterFixture.ID));
    inTouch.look();
    inTouch.look();
    assertThat(news())
        .containsExactly(news(RouterNews.What.REPORTS_LOST), news(RouterNews.What.REPORTS_BACK));
    assertThat(known().reporting().told()).isFalse();
  }

  @Test
  void a_report_in_between_makes_it_a_single_one_that_got_lost() {
    unreported();
    inTouch.on(new RouterReported(RouterFixture.ID));
    inTouch.look();
    contacts.pass(Duration.ofMinutes(9));
    unreported();
    assertThat(news()).isEmpty();
  }

  @Test
  void a_thousand_reports_in_a_minute_are_one_write() {
    for (int second = 0; second < 60; second++) {
      for (int i = 0; i < 20; i++) {
        inTouch.on(new RouterReported(RouterFixture.ID));
      }
      inTouch.look();
      contacts.pass(Duration.ofSeconds(1));
    }
    assertThat(contacts.written()).isEqualTo(1);
    inTouch.on(new RouterReported(RouterFixture.ID));
    inTouch.look();
    assertThat(contacts.written()).isEqualTo(2);
  }

  @Test
  void another_difference_says_nothing_of_reports() {
    found(Difference.Kind.BAN_MISSING);
    assertThat(contacts.written()).isZero();
  }

  private Contact known() {
    return Optional.ofNullable(inTouch.now().get("router 3")).orElseThrow();
  }

  private void unreported() {
    found(Difference.Kind.SESSION_UNREPORTED);
  }

  private void found(Difference.Kind kind) {
    inTouch.on(new Corrected(RouterFixture.router(), kind.word(), "10.9.0.5", false));
  }

  private static RouterNews news(RouterNews.What what) {
    return new RouterNews(RouterFixture.ID, "router 3", what, NOON);
  }

  private List<RouterNews> news() {
    return stage.announced.events(RouterNews.class);
  }
}
