package io.tapgate.chat;

import static io.tapgate.connection.ConnectionFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.client.ChatId;
import io.tapgate.connection.RouterId;
import io.tapgate.connection.RouterNews;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AlarmingTest {
  private final NoticesInMemory notices = new NoticesInMemory();
  private final Alarming alarming =
      new Alarming(
          notices, new ChatSettings(List.of(new ChatId(900), new ChatId(-901)), Locale.ENGLISH));

  @Test
  void each_admin_is_told_once_of_a_silence_and_once_of_its_end() {
    tell(RouterNews.What.LOST);
    tell(RouterNews.What.LOST);
    tell(RouterNews.What.BACK);
    assertThat(notices.told())
        .containsExactly(
            "900 ROUTER_LOST: office\n" + NOON,
            "-901 ROUTER_LOST: office\n" + NOON,
            "900 ROUTER_BACK: office\n" + NOON,
            "-901 ROUTER_BACK: office\n" + NOON);
  }

  @Test
  void reports_that_do_not_arrive_are_another_thing() {
    tell(RouterNews.What.REPORTS_LOST);
    tell(RouterNews.What.REPORTS_BACK);
    assertThat(notices.told())
        .filteredOn(one -> one.startsWith("900"))
        .containsExactly("900 REPORTS_LOST: office\n" + NOON, "900 REPORTS_BACK: office\n" + NOON);
  }

  private void tell(RouterNews.What what) {
    alarming.on(new RouterNews(new RouterId(3), "office", what, NOON));
  }
}
