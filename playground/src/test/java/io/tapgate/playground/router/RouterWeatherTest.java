package io.tapgate.playground.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.playground.router.device.RouterWeather.Cut;
import io.tapgate.playground.router.device.RouterWeather.Fatal;
import io.tapgate.playground.router.device.RouterWeather.Fine;
import io.tapgate.playground.router.device.RouterWeather.Mute;
import io.tapgate.playground.router.device.RouterWeather.Refusing;
import io.tapgate.playground.router.device.RouterWeather.Silent;
import io.tapgate.playground.router.device.RouterWeather.Slow;
import io.tapgate.playground.router.device.RouterWeather.Trapping;
import io.tapgate.playground.router.wire.Sentence;
import io.tapgate.playground.time.HandClock;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What each weather does to somebody who knocks, and to somebody who is in already. */
@Timeout(30)
class RouterWeatherTest {
  private static final String ADD = "/ip/firewall/address-list/add";
  private static final String PRINT = "/ip/firewall/address-list/print";
  private static final String NAME = "/system/identity/print";
  private static final Duration SOON = Duration.ofSeconds(5);

  private final HandClock clock = new HandClock();
  private final PretendRouter router =
      PretendRouter.start(RouterSettings.usual().withClock(clock), _ -> {});

  @AfterEach
  void close() {
    router.close();
  }

  private void awaitEntry(String address) {
    assertThat(router.await(view -> view.denies(address), SOON).denies(address)).isTrue();
  }

  @Test
  void refusing_cuts_who_is_in_and_turns_down_every_login_in_its_own_words() throws IOException {
    try (ApiCaller before = ApiCaller.loggedIn(router)) {
      router.weather(new Refusing());

      assertThat(before.isCut()).isTrue();
    }
    assertThat(loginAnswer()).isEqualTo("invalid user name or password (6)");
    router.weather(new Refusing(Refusing.RADIUS_TIMEOUT));
    assertThat(loginAnswer()).isEqualTo("could not authenticate - radius timeout");
    router.on();
    ApiCaller.loggedIn(router).close();
  }

  private String loginAnswer() throws IOException {
    try (ApiCaller caller = ApiCaller.stranger(router)) {
      return caller.trap("/login", "=name=tapgate", "=password=tapgate");
    }
  }

  @Test
  void mute_carries_out_and_says_nothing() throws IOException {
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      router.weather(new Mute());
      caller.say(ADD, "=list=DENY", "=address=10.9.0.1");

      awaitEntry("10.9.0.1");
      assertThat(caller.hearsNothing()).isTrue();
    }
  }

  @Test
  void a_stalled_connection_stays_silent_while_new_ones_are_answered() throws IOException {
    try (ApiCaller old = ApiCaller.loggedIn(router)) {
      router.stall();
      try (ApiCaller young = ApiCaller.loggedIn(router)) {
        assertThat(young.rows(NAME)).hasSize(1);
        router.weather(new Fine());
        old.say(ADD, "=list=DENY", "=address=10.9.0.1");
        assertThat(old.hearsNothing()).isTrue();
        assertThat(router.view().denied()).isEmpty();
        assertThat(router.callers()).isEqualTo(2);
      }
    }
  }

  @Test
  void cut_ends_in_the_middle_of_a_word_after_it_has_done_what_was_asked() throws IOException {
    router.weather(new Cut());
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      caller.say(ADD, "=list=DENY", "=address=10.9.0.1");

      assertThatThrownBy(caller::hear).isInstanceOf(EOFException.class);
      awaitEntry("10.9.0.1");
    }
  }

  @Test
  void cut_may_let_some_of_a_list_through_first() throws IOException {
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      for (int i = 1; i <= 5; i++) {
        caller.value(ADD, "=list=DENY", "=address=10.9.0." + i);
      }
      router.weather(new Cut(2));
      caller.say(PRINT, "=.proplist=address");

      assertThat(caller.hear()).contains(Sentence.of("!re", "=address=10.9.0.1"));
      assertThat(caller.hear()).contains(Sentence.of("!re", "=address=10.9.0.2"));
      assertThatThrownBy(caller::hear).isInstanceOf(EOFException.class);
    }
    try (ApiCaller next = ApiCaller.loggedIn(router)) {
      next.say(PRINT, "=.proplist=address");
      assertThat(next.hear()).isPresent();
      assertThat(next.hear()).isPresent();
      assertThatThrownBy(next::hear).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void slow_delays_each_answer_and_queues_none_behind_another() throws Exception {
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      router.weather(new Slow(Duration.ofSeconds(3)));
      // When the last one is carried out, the answers to those before it are on their way.
      for (int i = 0; i <= 100; i++) {
        caller.say(ADD, "=list=DENY", "=address=10.9.1." + i);
      }
      router.await(view -> view.denied().size() == 101, SOON);
      clock.pass(Duration.ofMillis(2999));
      assertThat(caller.hearsNothing()).isTrue();

      clock.pass(Duration.ofMillis(1));

      for (int i = 0; i < 100; i++) {
        assertThat(caller.hear().orElseThrow().words()).startsWith("!done");
      }
    }
  }

  @Test
  void slow_delays_the_login_too_and_what_is_under_way_stays_late() throws Exception {
    router.weather(new Slow(Duration.ofSeconds(3)));
    try (ApiCaller caller = ApiCaller.stranger(router)) {
      caller.say("/login", "=name=tapgate", "=password=tapgate");
      clock.awaitSleepers(1);
      router.weather(new Fine());
      caller.say(NAME);
      assertThat(caller.hearsNothing()).isTrue();

      clock.pass(Duration.ofSeconds(3));

      assertThat(caller.hear()).contains(Sentence.of("!done"));
      assertThat(caller.hear()).contains(Sentence.of("!re", "=name=pretend"));
    }
  }

  @Test
  void a_slow_good_bye_is_said_before_the_connection_closes() throws Exception {
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      router.weather(new Slow(Duration.ofSeconds(3)));
      caller.say("/quit");
      clock.awaitSleepers(1);
      clock.pass(Duration.ofSeconds(3));

      assertThat(caller.hear()).contains(Sentence.of("!fatal", "session terminated on request"));
      assertThat(caller.hear()).isEmpty();
    }
  }

  @Test
  void trapping_carries_out_nothing_and_answers_in_a_routers_words() throws IOException {
    router.weather(new Trapping(Trapping.NO_PERMISSION));
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      assertThat(caller.trap(ADD, "=list=DENY", "=address=10.9.0.1"))
          .isEqualTo("not enough permissions (9)");
      router.weather(new Trapping(Trapping.TIMEOUT));
      caller.say(PRINT, ".tag=5");
      assertThat(caller.hear()).contains(Sentence.of("!trap", ".tag=5", "=message=timeout"));
      assertThat(caller.hear()).contains(Sentence.of("!done", ".tag=5"));
    }
    assertThat(router.view().denied()).isEmpty();
    assertThat(router.commands()).anyMatch(heard -> heard.words().contains(ADD));
  }

  @Test
  void trapping_may_strike_some_verbs_alone() throws IOException {
    router.weather(new Trapping(Trapping.NO_PERMISSION, "add", "set", "remove"));
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      assertThat(caller.rows(NAME)).hasSize(1);
      assertThat(caller.trap(ADD, "=list=DENY", "=address=10.9.0.1"))
          .isEqualTo("not enough permissions (9)");
    }
  }

  @Test
  void a_list_may_be_trapped_in_the_middle() throws IOException {
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      for (int i = 1; i <= 5; i++) {
        caller.value(ADD, "=list=DENY", "=address=10.9.0." + i);
      }
      router.weather(Trapping.after(2, Trapping.TIMEOUT));

      assertThat(caller.ask(PRINT, "=.proplist=address"))
          .containsExactly(
              List.of("!re", "=address=10.9.0.1"),
              List.of("!re", "=address=10.9.0.2"),
              List.of("!trap", "=message=timeout"),
              List.of("!done"));
      caller.value(ADD, "=list=DENY", "=address=10.9.0.6");
    }
  }

  @Test
  void fatal_is_the_last_word() throws IOException {
    router.weather(new Fatal());
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      caller.say(NAME, ".tag=3");

      assertThat(caller.hear()).contains(Sentence.of("!fatal", ".tag=3", "not logged in"));
      assertThat(caller.isCut()).isTrue();
    }
  }

  @Test
  void one_weather_follows_another_and_each_is_on_record() throws IOException {
    List.of(new Silent(), new Cut(), new Fine()).forEach(router::weather);

    assertThat(router.view().weather()).isEqualTo(new Fine());
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      assertThat(caller.rows(NAME)).hasSize(1);
    }
    assertThat(router.history().toString()).contains("Silent[]", "Cut[whole=0]", "Fine[]");
  }

  @Test
  void what_a_router_off_was_about_to_say_is_never_heard() throws Exception {
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      router.weather(new Slow(Duration.ofSeconds(3)));
      caller.say(NAME);
      clock.awaitSleepers(1);

      router.off();

      assertThat(caller.isCut()).isTrue();
      clock.awaitSleepers(0);
    }
    assertThat(Optional.of(router.callers())).contains(0);
  }
}
