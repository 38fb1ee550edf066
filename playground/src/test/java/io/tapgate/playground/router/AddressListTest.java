package io.tapgate.playground.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.time.HandClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The address lists, as they look from the API. */
class AddressListTest {
  private static final String FOUR = "/ip/firewall/address-list";
  private static final String SIX = "/ipv6/firewall/address-list";

  private final HandClock clock = new HandClock();
  private final PretendRouter router =
      PretendRouter.start(RouterSettings.usual().withClock(clock), _ -> {});
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
  void an_entry_is_added_and_read_back() throws IOException {
    String id = add("PERMIT", "10.8.0.2", "=timeout=15m", "=comment=tapgate");

    assertThat(id).isEqualTo("*1");
    assertThat(caller.rows(FOUR + "/print"))
        .containsExactly(
            Map.of(
                ".id", "*1",
                "list", "PERMIT",
                "address", "10.8.0.2",
                "creation-time", "2026-11-21 12:00:00",
                "timeout", "15m",
                "dynamic", "true",
                "disabled", "false",
                "comment", "tapgate"));
  }

  @Test
  void an_entry_without_a_timeout_stays_and_has_no_timeout_to_show() throws IOException {
    add("BAN", "203.0.113.7");

    Map<String, String> row = caller.rows(FOUR + "/print").getFirst();
    assertThat(row).containsEntry("dynamic", "false").doesNotContainKeys("timeout", "comment");
  }

  @Test
  void a_timeout_runs_down_and_the_entry_goes() throws IOException {
    add("PERMIT", "10.8.0.2", "=timeout=00:30:00");

    clock.pass(Duration.ofMillis(1_500));
    assertThat(caller.rows(FOUR + "/print").getFirst()).containsEntry("timeout", "29m58s");
    clock.pass(Duration.ofMinutes(30));
    assertThat(caller.rows(FOUR + "/print")).isEmpty();
  }

  @Test
  void set_renews_a_timeout_and_the_old_end_is_forgotten() throws IOException {
    String id = add("PERMIT", "10.8.0.2", "=timeout=90");
    clock.pass(Duration.ofSeconds(60));

    caller.ask(FOUR + "/set", "=.id=" + id, "=timeout=1d02:03:04");
    clock.pass(Duration.ofSeconds(60));

    assertThat(caller.rows(FOUR + "/print").getFirst()).containsEntry("timeout", "1d2h2m4s");
  }

  @Test
  void the_same_address_twice_in_one_list_is_refused_whatever_the_timeout() throws IOException {
    add("PERMIT", "10.8.0.2", "=timeout=15m");

    assertThat(caller.trap(FOUR + "/add", "=list=PERMIT", "=address=10.8.0.2/32", "=timeout=1m"))
        .isEqualTo("failure: already have such entry");
    assertThat(add("DENY", "10.8.0.2")).isEqualTo("*2");
  }

  @Test
  void an_address_that_ran_out_can_be_added_again() throws IOException {
    add("PERMIT", "10.8.0.2", "=timeout=1s");
    clock.pass(Duration.ofSeconds(1));

    assertThat(add("PERMIT", "10.8.0.2", "=timeout=1s")).isEqualTo("*2");
  }

  @Test
  void set_cannot_make_a_twin() throws IOException {
    add("PERMIT", "10.8.0.2");
    String id = add("PERMIT", "10.8.0.3");

    assertThat(caller.trap(FOUR + "/set", "=.id=" + id, "=address=10.8.0.2"))
        .isEqualTo("failure: already have such entry");
    assertThat(caller.ask(FOUR + "/set", "=.id=" + id, "=address=10.8.0.4")).hasSize(1);
    assertThat(router.view().permits("10.8.0.4")).isTrue();
    assertThat(router.view().permits("10.8.0.3")).isFalse();
  }

  @Test
  void several_are_removed_at_once_or_none() throws IOException {
    add("PERMIT", "10.8.0.2");
    add("PERMIT", "10.8.0.3");
    add("PERMIT", "10.8.0.4");

    assertThat(caller.trap(FOUR + "/remove", "=.id=*1,*9")).isEqualTo("no such item");
    assertThat(router.view().permitted()).hasSize(3);
    assertThat(caller.ask(FOUR + "/remove", "=numbers=*1,*03")).containsExactly(List.of("!done"));
    assertThat(router.view().permitted()).singleElement().returns("*2", entry -> entry.id());
  }

  @Test
  void what_is_not_there_cannot_be_changed() throws IOException {
    assertThat(caller.trap(FOUR + "/set", "=.id=*5", "=timeout=1m")).isEqualTo("no such item");
    assertThat(caller.trap(FOUR + "/remove", "=.id=5")).isEqualTo("no such item");
    assertThat(caller.trap(FOUR + "/remove")).isEqualTo("missing value(s) of argument(s) numbers");
  }

  @Test
  void bad_arguments_are_named() throws IOException {
    assertThat(caller.trap(FOUR + "/add", "=list=X", "=address=10.8.0.2", "=tiemout=1m"))
        .isEqualTo("unknown parameter tiemout");
    assertThat(caller.trap(FOUR + "/add", "=address=10.8.0.2"))
        .isEqualTo("missing value(s) of argument(s) list");
    assertThat(caller.trap(FOUR + "/add", "=list=X", "=address=10.8.0.300"))
        .isEqualTo("invalid value for argument address");
    assertThat(caller.trap(FOUR + "/add", "=list=X", "=address=10.8.0.3", "=timeout=36w"))
        .isEqualTo("invalid value for argument timeout");
    assertThat(caller.trap(FOUR + "/add", "=list=X", "=address=10.8.0.3", "=disabled=maybe"))
        .isEqualTo("invalid value for argument disabled");
    assertThat(caller.trap(FOUR + "/add", "=list=X", "=address=10.8.0.3", "stray"))
        .isEqualTo("unknown parameter stray");
    assertThat(router.view().entries()).isEmpty();
  }

  @Test
  void a_bad_value_says_its_category_and_a_failure_does_not() throws IOException {
    add("X", "10.8.0.2");

    assertThat(caller.ask(FOUR + "/add", "=list=X", "=address=10.8.0.300").getFirst())
        .containsExactly("!trap", "=category=1", "=message=invalid value for argument address");
    assertThat(caller.ask(FOUR + "/add", "=list=X", "=address=10.8.0.2").getFirst())
        .containsExactly("!trap", "=message=failure: already have such entry");
  }

  @Test
  void six_has_lists_of_its_own_and_always_a_length() throws IOException {
    caller.value(SIX + "/add", "=list=PERMIT", "=address=FD00:0::2", "=timeout=15m");

    assertThat(caller.rows(FOUR + "/print")).isEmpty();
    assertThat(caller.rows(SIX + "/print", "?address=fd00::2")).isEmpty();
    assertThat(caller.rows(SIX + "/print", "?address=fd00::2/128")).hasSize(1);
    assertThat(router.view().permits("fd00::2")).isTrue();
    assertThat(caller.trap(SIX + "/add", "=list=PERMIT", "=address=10.8.0.2"))
        .isEqualTo("invalid value for argument address");
  }

  @Test
  void a_print_shows_only_what_was_asked_for() throws IOException {
    add("PERMIT", "10.8.0.2", "=timeout=15m");
    add("DENY", "10.8.0.3");

    assertThat(caller.rows(FOUR + "/print", "=.proplist=address,timeout"))
        .containsExactly(
            Map.of("address", "10.8.0.2", "timeout", "15m"), Map.of("address", "10.8.0.3"));
    assertThat(caller.rows(FOUR + "/print", "=.proplist=timeout", "?list=DENY"))
        .containsExactly(Map.of());
    assertThat(caller.rows(FOUR + "/print", "?list=DENY", "?list=BAN", "?#|", "=.proplist=.id"))
        .containsExactly(Map.of(".id", "*2"));
    assertThat(caller.value(FOUR + "/print", "=count-only=", "?dynamic=true")).isEqualTo("1");
    assertThat(caller.value(FOUR + "/print", "=count-only=", "?list=NONE")).isEqualTo("0");
  }

  @Test
  void a_value_may_hold_anything() throws IOException {
    String odd = "a=b \"quoted\"\r\n=list=PERMIT !done";
    add("DENY", "10.8.0.2", "=comment=" + odd);

    assertThat(caller.rows(FOUR + "/print").getFirst())
        .containsEntry("comment", odd)
        .containsEntry("list", "DENY");
  }

  @Test
  void a_disabled_entry_is_listed_and_does_not_count() throws IOException {
    String id = add("BAN", "203.0.113.0/24", "=disabled=yes");
    assertThat(router.view().bans("203.0.113.7")).isFalse();

    caller.ask(FOUR + "/enable", "=.id=" + id);

    assertThat(router.view().bans("203.0.113.7")).isTrue();
  }

  private String add(String list, String address, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(List.of(FOUR + "/add", "=list=" + list, "=address=" + address));
    words.addAll(List.of(more));
    return caller.value(words.toArray(String[]::new));
  }
}
