package io.tapgate.playground.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.wire.Sentence;
import io.tapgate.playground.time.HandClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One router in four versions. What nobody finds is in {@link ApiTest}. */
class VersionTest {
  private static final String LIST = "/ip/firewall/address-list/";

  private static PretendRouter router(String version) {
    return PretendRouter.start(
        RouterSettings.usual().withClock(new HandClock()).withVersion(version), _ -> {});
  }

  @ParameterizedTest
  @CsvSource({
    "6.49, no such command prefix, no such command prefix, unknown parameter",
    "7.12, no such command, no such command or directory (wireless), unknown parameter colour",
    "7.18, no such command, no such command or directory (wireless), unknown parameter colour",
    "7.22, no such command, no such command or directory (wireless), unknown parameter colour"
  })
  void what_is_not_known_is_refused_in_the_versions_words(
      String version, String command, String directory, String parameter) throws IOException {
    try (PretendRouter router = router(version);
        ApiCaller caller = ApiCaller.loggedIn(router)) {
      assertThat(caller.trap("/ppp/active/frob")).isEqualTo(command);
      assertThat(caller.trap("/ip/wireless/print")).isEqualTo(directory);
      assertThat(caller.trap(LIST + "add", "=list=A", "=address=10.9.0.1", "=colour=red"))
          .isEqualTo(parameter);
      assertThat(caller.trap(LIST + "remove", "=.id=*99")).isEqualTo("no such item");
      caller.value(LIST + "add", "=list=A", "=address=10.9.0.1");
      assertThat(caller.trap(LIST + "add", "=list=A", "=address=10.9.0.1"))
          .isEqualTo("failure: already have such entry");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "6.49, nov/21/2026 12:00:00, yes",
    "7.12, 2026-11-21 12:00:00, true",
    "7.18, 2026-11-21 12:00:00, true",
    "7.22, 2026-11-21 12:00:00, true"
  })
  void dates_and_removals_look_as_the_version_prints_them(String version, String date, String dead)
      throws IOException {
    try (PretendRouter router = router(version);
        ApiCaller caller = ApiCaller.loggedIn(router)) {
      caller.value(LIST + "add", "=list=A", "=address=10.9.0.1");
      assertThat(caller.rows(LIST + "print").getFirst()).containsEntry("creation-time", date);
      Session session = router.dial(Call.of(Account.of("alice"), "203.0.113.7")).session();
      caller.say("/ppp/active/listen", ".tag=7");
      router.await(
          _ -> router.commands().toString().contains("/ppp/active/listen"), Duration.ofSeconds(5));
      router.vanish(session);
      assertThat(caller.hear())
          .contains(Sentence.of("!re", ".tag=7", "=.id=" + session.id(), "=.dead=" + dead));
    }
  }

  @Test
  void a_reboot_may_bring_another_version_up() throws IOException {
    try (PretendRouter router = router("7.22")) {
      router.reboot(RouterVersion.parse("7.12"));

      assertThat(router.view().version().text()).isEqualTo("7.12");
      try (ApiCaller caller = ApiCaller.loggedIn(router)) {
        assertThat(caller.ask("/ppp/active/print")).containsExactly(List.of("!done"));
        assertThat(caller.rows("/system/resource/print").getFirst())
            .containsEntry("version", "7.12 (stable)");
      }
      router.reboot();
      assertThat(router.view().version().text()).isEqualTo("7.12");
    }
  }

  @Test
  void without_its_ipv6_package_there_are_no_such_menus() throws IOException {
    RouterSettings settings = RouterSettings.usual().withVersion("7.22").withoutIpv6();
    try (PretendRouter router = PretendRouter.start(settings, _ -> {});
        ApiCaller caller = ApiCaller.loggedIn(router)) {
      assertThat(caller.trap("/ipv6/firewall/address-list/print"))
          .isEqualTo("no such command or directory (ipv6)");
      assertThat(caller.ask(LIST + "print")).hasSize(2);
    }
  }
}
