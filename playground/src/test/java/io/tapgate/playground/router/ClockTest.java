package io.tapgate.playground.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.time.HandClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the router takes for the time. */
class ClockTest {
  private static final String MENU = "/system/clock";

  private final PretendRouter router =
      PretendRouter.start(RouterSettings.usual().withClock(new HandClock()));
  private ApiCaller caller;

  @BeforeEach
  void login() throws IOException {
    caller = ApiCaller.loggedIn(router);
  }

  @AfterEach
  void close() throws IOException {
    caller.close();
    router.close();
  }

  @Test
  void it_tells_the_time() throws IOException {
    assertThat(caller.rows(MENU + "/print"))
        .containsExactly(
            Map.of(
                "time", "12:00:00",
                "date", "2026-11-21",
                "time-zone-autodetect", "true",
                "time-zone-name", "UTC",
                "gmt-offset", "+00:00",
                "dst-active", "false"));
  }

  @Test
  void it_may_be_wrong_and_sessions_last_as_long_as_before() throws IOException {
    router.setClockWrong(Duration.ofDays(-400));

    assertThat(caller.rows(MENU + "/print").getFirst()).containsEntry("date", "2025-10-17");
    assertThat(caller.rows("/system/resource/print").getFirst()).containsEntry("uptime", "0s");
  }

  @Test
  void it_is_set_and_lives_in_a_time_zone() throws IOException {
    caller.ask(MENU + "/set", "=time-zone-name=Europe/Riga");
    assertThat(caller.rows(MENU + "/print").getFirst())
        .containsEntry("time", "14:00:00")
        .containsEntry("gmt-offset", "+02:00");
    caller.ask(MENU + "/set", "=date=2030-01-02", "=time=03:04:05");

    assertThat(caller.rows(MENU + "/print").getFirst())
        .containsEntry("time", "03:04:05")
        .containsEntry("date", "2030-01-02");
    assertThat(caller.trap(MENU + "/set", "=time-zone-name=Moon/Base"))
        .isEqualTo("input does not match any value of time-zone-name");
    assertThat(caller.trap(MENU + "/set", "=date=tomorrow"))
        .isEqualTo("invalid value for argument date");
    assertThat(router.export()).contains("/system clock\nset time-zone-name=Europe/Riga\n");
  }

  @Test
  void whoever_tells_it_the_time_has_done_so_or_not_yet() throws IOException {
    caller.ask("/system/ntp/client/set", "=enabled=yes", "=servers=pool.ntp.org");
    assertThat(caller.rows("/system/ntp/client/print").getFirst())
        .containsEntry("status", "synchronized");

    router.setClockWrong(Duration.ofDays(1));

    assertThat(caller.rows("/system/ntp/client/print").getFirst())
        .containsEntry("status", "waiting");
  }

  @Test
  void older_versions_write_dates_in_letters() throws IOException {
    router.reboot(RouterVersion.parse("6.49"));
    try (ApiCaller again = ApiCaller.loggedIn(router)) {
      assertThat(again.rows(MENU + "/print").getFirst()).containsEntry("date", "nov/21/2026");
      again.ask(MENU + "/set", "=date=jan/02/2030");
      assertThat(again.rows(MENU + "/print").getFirst()).containsEntry("date", "jan/02/2030");
    }
  }

  @Test
  void what_kind_of_router_it_is_can_be_asked() throws IOException {
    assertThat(caller.rows("/system/routerboard/print"))
        .containsExactly(Map.of("routerboard", "false"));
    assertThat(caller.rows("/system/resource/print").getFirst())
        .containsKeys("board-name", "version", "architecture-name");
    assertThat(caller.rows("/system/ntp/client/print").getFirst())
        .containsEntry("enabled", "false")
        .containsEntry("status", "stopped");
    assertThat(caller.trap("/system/ntp/client/set", "=status=synchronized"))
        .isEqualTo("unknown parameter status");
  }
}
