package io.tapgate.playground.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.RouterWeather;
import io.tapgate.playground.router.wire.Sentence;
import io.tapgate.playground.time.HandClock;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in, tags, cancelling, and a router that is silent or off. */
class ApiTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final HandClock clock = new HandClock();
  private final PretendRouter router =
      PretendRouter.start(RouterSettings.usual().withClock(clock), _ -> {});

  @AfterEach
  void close() {
    router.close();
  }

  @Test
  void a_bad_login_is_told_in_the_routers_words_and_may_be_mended() throws IOException {
    try (ApiCaller caller = ApiCaller.stranger(router)) {
      assertThat(caller.ask("/login", "=name=tapgate", "=password=wrong"))
          .containsExactly(
              List.of("!trap", "=message=invalid user name or password (6)"), List.of("!done"));
      assertThat(caller.ask("/login", "=name=tapgate", "=password=tapgate"))
          .containsExactly(List.of("!done"));
      assertThat(caller.rows("/system/identity/print")).containsExactly(Map.of("name", "pretend"));
    }
  }

  @Test
  void a_command_before_login_ends_the_connection() throws IOException {
    try (ApiCaller caller = ApiCaller.stranger(router)) {
      caller.say("/system/identity/print");

      assertThat(caller.hear()).contains(Sentence.of("!fatal", "not logged in"));
      assertThat(caller.hear()).isEmpty();
    }
  }

  @Test
  void a_failed_login_takes_back_an_earlier_one() throws IOException {
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      caller.trap("/login", "=name=tapgate", "=password=wrong");
      caller.say("/system/identity/print");

      assertThat(caller.hear()).contains(Sentence.of("!fatal", "not logged in"));
    }
  }

  @Test
  void quit_says_good_bye() throws IOException {
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      caller.say("/quit");

      assertThat(caller.hear()).contains(Sentence.of("!fatal", "session terminated on request"));
      assertThat(caller.hear()).isEmpty();
    }
  }

  @Test
  void passwords_are_in_no_record() throws IOException {
    ApiCaller.loggedIn(router).close();

    assertThat(router.commands())
        .containsExactly(
            new Change.CommandHeard(
                clock.instant(), "tapgate", List.of("/login", "=name=tapgate")));
    assertThat(router.history().toString()).doesNotContain("=password=");
    assertThat(router.settings().toString()).isEqualTo("pretend 7.22 on port 0");
  }

  @Test
  void what_is_not_there_is_told_apart() throws IOException {
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      assertThat(caller.trap("/ppp/active/add", "=name=x")).isEqualTo("no such command");
      assertThat(caller.trap("/ppp/active/frob")).isEqualTo("no such command");
      assertThat(caller.trap("/ppp/active")).isEqualTo("no such command");
      assertThat(caller.trap("/ppp/active/listen", "?#x"))
          .isEqualTo("invalid value for argument query");
      assertThat(caller.trap("frob")).isEqualTo("no such command");
      assertThat(caller.trap("/interface/wireless/print"))
          .isEqualTo("no such command or directory (wireless)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.18", "7.18.2", "7.22", "8.0"})
  void nothing_found_is_said_so_since_7_18(String version) throws IOException {
    assertThat(printOfNothing(version)).containsExactly(List.of("!empty"), List.of("!done"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.17.2", "7.12", "6.49.10"})
  void nothing_found_was_not_mentioned_before(String version) throws IOException {
    assertThat(printOfNothing(version)).containsExactly(List.of("!done"));
  }

  private static List<List<String>> printOfNothing(String version) throws IOException {
    RouterSettings settings = RouterSettings.usual().withVersion(version);
    try (PretendRouter router = PretendRouter.start(settings);
        ApiCaller caller = ApiCaller.loggedIn(router)) {
      assertThat(caller.rows("/system/resource/print").getFirst())
          .containsEntry("version", version + " (stable)");
      return caller.ask("/ppp/active/print");
    }
  }

  @Test
  void a_tag_comes_back_right_behind_the_reply_word() throws IOException {
    router.dial(Account.of("alice", 7), "203.0.113.7");
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      caller.say("/ppp/active/print", ".tag=t 1", "=.proplist=name");

      assertThat(caller.hear()).contains(Sentence.of("!re", ".tag=t 1", "=name=alice"));
      assertThat(caller.hear()).contains(Sentence.of("!done", ".tag=t 1"));
      caller.say("/ppp/active/remove", "=.id=*9", ".tag=2");
      assertThat(caller.hear())
          .contains(Sentence.of("!trap", ".tag=2", "=category=0", "=message=no such item"));
      assertThat(caller.hear()).contains(Sentence.of("!done", ".tag=2"));
      caller.say("/ppp/active/print", ".tag=3", "?name=nobody");
      assertThat(caller.hear()).contains(Sentence.of("!empty", ".tag=3"));
      assertThat(caller.hear()).contains(Sentence.of("!done", ".tag=3"));
    }
  }

  @Test
  void many_tagged_commands_at_once_are_each_answered_once() throws IOException {
    Set<String> missing = new HashSet<>();
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      for (int i = 0; i < 300; i++) {
        caller.say(
            "/ip/firewall/address-list/add",
            "=list=DENY",
            "=address=10.9." + i / 250 + "." + i % 250,
            ".tag=" + i);
        missing.add(".tag=" + i);
      }
      while (!missing.isEmpty()) {
        List<String> reply = caller.hear().orElseThrow().words();
        assertThat(reply.getFirst()).isEqualTo("!done");
        assertThat(missing.remove(reply.get(1))).isTrue();
      }
    }
    assertThat(router.view().denied()).hasSize(300);
  }

  @Test
  void untagged_commands_are_answered_in_order() throws IOException {
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      for (int i = 1; i <= 50; i++) {
        caller.say("/ip/firewall/address-list/add", "=list=DENY", "=address=10.9.0." + i);
      }
      for (int i = 1; i <= 50; i++) {
        String id = "*" + Integer.toHexString(i).toUpperCase(Locale.ROOT);
        assertThat(caller.hear()).contains(Sentence.of("!done", "=ret=" + id));
      }
    }
  }

  @Test
  void an_untagged_command_waits_for_the_one_before() throws IOException {
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      caller.say("/ppp/active/listen");
      caller.say("/system/identity/print");
      assertThat(caller.hearsNothing()).isTrue();
      caller.say("/cancel");

      for (String reply : List.of("!trap", "!trap", "!done", "!done", "!done")) {
        assertThat(caller.hear().orElseThrow().words()).startsWith(reply);
      }
    }
  }

  @Test
  void a_listener_hears_of_changes_until_it_is_cancelled() throws IOException {
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      caller.say("/ppp/active/listen", "=.proplist=.id,name", ".tag=7");
      awaitCommand("/ppp/active/listen");
      var session = router.dial(Account.of("alice", 7), "203.0.113.7").session();
      router.vanish(session);

      assertThat(caller.hear()).contains(Sentence.of("!re", ".tag=7", "=.id=*1", "=name=alice"));
      assertThat(caller.hear()).contains(Sentence.of("!re", ".tag=7", "=.id=*1", "=.dead=true"));
      caller.say("/cancel", "=tag=7", ".tag=8");
      assertThat(caller.hear())
          .contains(Sentence.of("!trap", ".tag=7", "=category=2", "=message=interrupted"));
      assertThat(caller.hear()).contains(Sentence.of("!done", ".tag=8"));
      assertThat(caller.hear()).contains(Sentence.of("!done", ".tag=7"));
      router.dial(Account.of("bob", 8), "203.0.113.8");
      assertThat(caller.rows("/system/identity/print")).hasSize(1);
    }
  }

  @Test
  void cancel_without_a_tag_stops_everything() throws IOException {
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      caller.say("/ppp/active/listen", ".tag=1");
      caller.say("/ip/firewall/address-list/listen", ".tag=2");
      awaitCommand("/ppp/active/listen");
      awaitCommand("/ip/firewall/address-list/listen");
      caller.say("/cancel");

      List<List<String>> heard = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        heard.add(caller.hear().orElseThrow().words());
      }
      assertThat(heard.subList(0, 2)).allMatch(reply -> reply.contains("=message=interrupted"));
      assertThat(heard.get(2)).containsExactly("!done");
      assertThat(heard.subList(3, 5))
          .containsExactlyInAnyOrder(List.of("!done", ".tag=1"), List.of("!done", ".tag=2"));
    }
  }

  @Test
  void a_silent_router_takes_commands_does_nothing_and_says_nothing() throws IOException {
    try (ApiCaller before = ApiCaller.loggedIn(router)) {
      router.silent();
      before.say("/ip/firewall/address-list/add", "=list=DENY", "=address=10.9.0.1");
      try (ApiCaller after = ApiCaller.stranger(router)) {
        after.say("/login", "=name=tapgate", "=password=tapgate");
        assertThat(after.hearsNothing()).isTrue();
        assertThat(before.hearsNothing()).isTrue();
      }
      assertThat(router.view().weather()).isEqualTo(new RouterWeather.Silent());
      assertThat(router.view().denied()).isEmpty();
      router.on();
      assertThat(before.rows("/system/identity/print")).hasSize(1);
      assertThat(router.view().denied()).isEmpty();
    }
  }

  @Test
  void a_router_that_is_off_cuts_everyone_and_comes_back_on_the_same_port() throws IOException {
    int port = router.port();
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      router.off();
      assertThat(caller.isCut()).isTrue();
    }
    assertThatThrownBy(() -> ApiCaller.stranger(router)).isInstanceOf(ConnectException.class);

    router.on();

    assertThat(router.port()).isEqualTo(port);
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      assertThat(caller.rows("/system/identity/print")).hasSize(1);
    }
  }

  @Test
  void a_reboot_leaves_only_what_is_on_flash() throws IOException {
    router.dial(Account.of("alice", 7), "203.0.113.7");
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      String add = "/ip/firewall/address-list/add";
      caller.value(add, "=list=BAN", "=address=203.0.113.9", "=timeout=1h");
      caller.value(add, "=list=BAN", "=address=203.0.113.10");
      caller.value(add, "=list=BAN", "=address=203.0.113.11", "=dynamic=yes");
      clock.pass(Duration.ofDays(8));
      assertThat(caller.rows("/system/resource/print").getFirst()).containsEntry("uptime", "1w1d");

      router.reboot();

      assertThat(caller.isCut()).isTrue();
    }
    RouterView view = router.view();
    assertThat(view.sessions()).isEmpty();
    assertThat(view.connections()).isEmpty();
    assertThat(view.entries()).singleElement().returns("203.0.113.10", entry -> entry.address());
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      assertThat(caller.rows("/system/resource/print").getFirst()).containsEntry("uptime", "0s");
    }
  }

  @Test
  void garbage_ends_the_connection_and_nobody_elses() throws IOException {
    try (ApiCaller polite = ApiCaller.loggedIn(router);
        ApiCaller rude = ApiCaller.stranger(router)) {
      rude.say("/login", "x".repeat(1 << 13));
      assertThat(rude.isCut()).isTrue();
      assertThat(polite.rows("/system/identity/print")).hasSize(1);
    }
  }

  private void awaitCommand(String path) {
    router.await(
        _ -> router.commands().stream().anyMatch(heard -> heard.words().contains(path)), SOON);
  }
}
