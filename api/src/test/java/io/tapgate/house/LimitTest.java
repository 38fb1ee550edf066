package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.RouterView;
import io.tapgate.playground.router.device.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The limit of unconfirmed connections, and what comes after it. */
class LimitTest extends House {
  private static final int LIMIT = 3;
  private static final Duration BAN = Duration.ofHours(1);

  @Test
  void the_fourth_unconfirmed_connection_in_a_row_is_banned() {
    Client alice = somebody();
    missed(alice, LIMIT);
    int said = alice.told().size();

    Session fourth = alice.connects();

    RouterView seen =
        router.await(
            view ->
                view.bans(alice.caller)
                    && view.sessionsOf(alice.name).isEmpty()
                    && !view.denies(fourth.address()),
            Duration.ofSeconds(15));
    assertThat(seen.bans(alice.caller)).isTrue();
    assertThat(seen.sessionsOf(alice.name)).isEmpty();
    assertThat(seen.denies(fourth.address())).isFalse();
    assertThat(alice.shows("is blocked until").buttons()).isEmpty();
    assertThat(alice.told()).hasSize(said + 1);
  }

  @Test
  void a_connect_during_a_ban_is_dropped_and_writes_nothing() {
    Client alice = somebody();
    missed(alice, LIMIT);
    alice.connects();
    alice.shows("is blocked until");
    int said = alice.told().size();

    Doors.Answer answer = doors.post("/client/connect", HOOK, alice.hook("10.99.0.7"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("state")).isEqualTo("banned");
    time.passes(Duration.ofSeconds(1));
    assertThat(alice.told()).hasSize(said);
    assertThat(bansOf(alice)).isEqualTo(1);
  }

  @Test
  void a_confirmation_starts_the_count_anew() {
    Client alice = somebody();
    missed(alice, LIMIT - 1);
    Session confirmed = alice.connects();
    alice.tapsItsMe(alice.question());
    alice.shows("Allowed since");
    alice.hangsUp(confirmed);
    time.passes(Duration.ofSeconds(1));

    missed(alice, LIMIT);

    assertThat(bansOf(alice)).isZero();
  }

  @Test
  void the_end_of_a_ban_starts_the_count_anew_and_the_router_lets_the_caller_dial_again() {
    Client alice = somebody();
    missed(alice, LIMIT);
    alice.connects();
    alice.shows("is blocked until");

    time.passes(BAN.plusSeconds(1));

    RouterView freed = router.await(view -> !view.bans(alice.caller), Duration.ofSeconds(15));
    assertThat(freed.bans(alice.caller)).isFalse();
    missed(alice, LIMIT);
    assertThat(bansOf(alice)).isEqualTo(1);
  }

  @Test
  void thirty_two_connects_at_once_are_asked_about_exactly_up_to_the_limit() throws Exception {
    Client alice = somebody();
    List<Callable<String>> connects = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      Map<String, Object> hook = alice.hook("10.77.0." + (1 + i));
      connects.add(() -> reported(hook).text("state"));
    }

    List<String> states = atOnce(connects);

    assertThat(states).filteredOn("asked"::equals).hasSize(LIMIT);
    assertThat(states).filteredOn("banned"::equals).hasSize(32 - LIMIT);
    assertThat(bansOf(alice)).isEqualTo(1);
  }

  @Test
  void the_same_report_many_times_at_once_is_one_connection() throws Exception {
    Client alice = somebody();
    Map<String, Object> hook = alice.hook("10.78.0.1");
    List<Callable<String>> connects = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      connects.add(() -> reported(hook).body().path("connection").toString());
    }

    assertThat(atOnce(connects)).containsOnly(atOnce(connects.subList(0, 1)).getFirst());
  }

  @Test
  void an_address_that_must_never_be_banned_is_banned_by_account_alone() {
    Client alice = somebody();
    for (int i = 0; i <= LIMIT; i++) {
      Map<String, Object> hook = alice.hook("10.79.0." + (1 + i));
      hook.put("caller_id", "192.0.2.44");
      reported(hook);
    }

    alice.shows("is blocked until");
    assertThat(bansOf(alice)).isEqualTo(1);
    assertThat(router.view().bans("192.0.2.44")).isFalse();
  }

  /** What their redial ends was never asked about, and so it used up nothing. */
  @Test
  void whom_nobody_could_ask_yet_may_redial_with_the_last_chance() {
    Client alice = unasked();
    assertThat(states(alice, "10.74.0.1", "10.74.0.2", "10.74.0.3"))
        .containsExactly("asked", "asked", "asked");
    Map<String, Object> redial = alice.hook("10.74.0.3");
    redial.put("caller_id", "198.51.100.74");

    assertThat(reported(redial).text("state")).isEqualTo("asked");
    assertThat(states(alice, "10.74.0.4")).containsExactly("banned");
  }

  /** Their questions wait until the chat lets us in. */
  private Client unasked() {
    Client client = somebody();
    telegram.block(client.chat);
    return client;
  }

  private List<String> states(Client client, String... tunnels) {
    return Stream.of(tunnels).map(tunnel -> reported(client.hook(tunnel)).text("state")).toList();
  }

  private Doors.Answer reported(Map<String, Object> hook) {
    return Doors.untilServed(() -> doors.post("/client/connect", HOOK, hook));
  }

  private long bansOf(Client client) {
    return database
        .sql("select count(*) from ban join client c on c.id = client_id where c.name = :name")
        .param("name", client.name)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  private static List<String> atOnce(List<Callable<String>> calls) throws Exception {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<String> results = new ArrayList<>();
      for (Future<String> result : people.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    }
  }
}
