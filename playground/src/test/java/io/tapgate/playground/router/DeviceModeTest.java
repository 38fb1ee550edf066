package io.tapgate.playground.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.time.HandClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the router may do at all, and that it takes a hand at the router to change that. */
class DeviceModeTest {
  private static final String MENU = "/system/device-mode";

  private final HandClock clock = new HandClock();
  private final PretendRouter router =
      PretendRouter.start(
          RouterSettings.usual().withLogin("admin", "secret").withClock(clock),
          written -> {
            var mode = written.shelf(MENU);
            boolean _ =
                mode.change(
                    mode.all().getFirst(),
                    Map.of("mode", "home", "fetch", "false", "scheduler", "false"));
          });
  private ApiCaller admin;

  @BeforeEach
  void login() throws IOException {
    admin = ApiCaller.loggedIn(router);
  }

  @AfterEach
  void close() throws IOException {
    admin.close();
    router.close();
  }

  private Map<String, String> mode() throws IOException {
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      return caller.rows(MENU + "/print").getFirst();
    }
  }

  private void asks(String... words) throws IOException, InterruptedException {
    String[] all = new String[words.length + 2];
    all[0] = MENU + "/update";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = ".tag=1";
    admin.say(all);
    assertThat(admin.hear().orElseThrow().words())
        .containsExactly(
            "!re",
            ".tag=1",
            "=update=please activate by turning power off or pressing reset or mode button in 5m00s");
    // One waits for the button; the connection's own voice waits for nothing.
    clock.awaitSleepers(1);
  }

  @Test
  void it_is_told_as_it_is() throws IOException {
    assertThat(mode())
        .containsEntry("mode", "home")
        .containsEntry("fetch", "false")
        .containsEntry("scheduler", "false")
        .containsEntry("attempt-count", "0")
        .containsEntry("flagged", "false")
        .containsEntry("container", "false")
        .doesNotContainKey(".id");
    assertThat(admin.trap(MENU + "/set", "=fetch=yes")).isEqualTo("no such command");
  }

  @Test
  void a_press_of_the_button_makes_it_true_in_a_reboot() throws IOException, InterruptedException {
    asks("=fetch=yes");
    assertThat(mode()).containsEntry("fetch", "false");

    router.pressButton();

    assertThat(admin.isCut()).isTrue();
    assertThat(mode())
        .containsEntry("fetch", "true")
        .containsEntry("scheduler", "false")
        .containsEntry("attempt-count", "0");
  }

  @Test
  void a_mode_brings_its_own_rules() throws IOException, InterruptedException {
    asks("=mode=advanced", "=scheduler=no");
    router.pressButton();

    assertThat(mode())
        .containsEntry("mode", "advanced")
        .containsEntry("fetch", "true")
        .containsEntry("scheduler", "false");
  }

  @Test
  void when_nobody_comes_it_stays_as_it_was_and_the_attempt_is_counted()
      throws IOException, InterruptedException {
    asks("=fetch=yes");
    clock.pass(Duration.ofMinutes(6));

    assertThat(admin.hear().orElseThrow().words())
        .containsExactly("!trap", ".tag=1", "=message=update canceled");
    assertThat(admin.hear().orElseThrow().words()).containsExactly("!done", ".tag=1");
    router.pressButton();
    assertThat(mode()).containsEntry("fetch", "false").containsEntry("attempt-count", "1");
  }

  @Test
  void a_second_wish_at_the_same_time_ends_both() throws IOException, InterruptedException {
    asks("=fetch=yes");

    assertThat(admin.trap(MENU + "/update", "=fetch=yes")).isEqualTo("update canceled");
    router.pressButton();
    assertThat(mode()).containsEntry("fetch", "false");
  }

  @Test
  void what_no_router_knows_is_refused_at_once() throws IOException {
    assertThat(admin.trap(MENU + "/update", "=mode=wild"))
        .isEqualTo("input does not match any value of mode");
    assertThat(admin.trap(MENU + "/update", "=colour=red")).isEqualTo("unknown parameter colour");
  }

  @Test
  void older_versions_have_other_words_for_it_or_none() throws IOException {
    router.reboot(RouterVersion.parse("7.12"));
    router.configure(written -> {
      var mode = written.shelf(MENU);
      boolean _ = mode.change(mode.all().getFirst(), Map.of("mode", "advanced"));
    });
    assertThat(mode()).containsEntry("mode", "enterprise");
    router.reboot(RouterVersion.parse("6.49"));
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      assertThat(caller.trap(MENU + "/print")).isEqualTo("no such command prefix");
    }
  }
}
