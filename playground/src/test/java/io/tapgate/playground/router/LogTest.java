package io.tapgate.playground.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Entry;
import io.tapgate.playground.router.device.Happening;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.time.HandClock;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log from which a judge can tell who stood where, when, and by whose doing. */
class LogTest {
  private static final String LISTS = "/ip/firewall/address-list/";
  private static final Account ALICE = Account.of("alice", 7);

  private final HandClock clock = new HandClock();
  private final PretendRouter router = PretendRouter.start(RouterSettings.usual().withClock(clock));

  @AfterEach
  void close() {
    router.close();
  }

  private Happening last(Predicate<Change> wanted) {
    return router.log().happenings().stream()
        .filter(one -> wanted.test(one.change()))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  @Test
  void a_command_and_what_it_changed_name_the_connection_and_the_user() throws IOException {
    ApiCaller.loggedIn(router).close();
    try (ApiCaller second = ApiCaller.loggedIn(router)) {
      String id = second.value(LISTS + "add", "=list=PERMIT", "=address=10.8.0.9", "=timeout=1m");
      second.ask(LISTS + "set", "=.id=" + id, "=timeout=5m");
      second.ask(LISTS + "remove", "=.id=" + id);
    }

    Cause.Api tapgate = new Cause.Api(2, "tapgate");
    assertThat(last(Change.EntryAdded.class::isInstance).by()).isEqualTo(tapgate);
    assertThat(last(Change.EntryChanged.class::isInstance).by()).isEqualTo(tapgate);
    assertThat(last(Change.EntryGone.class::isInstance).by()).isEqualTo(tapgate);
    assertThat(last(Change.CommandHeard.class::isInstance).by()).isEqualTo(tapgate);
  }

  @Test
  void an_entry_whose_time_is_over_went_at_that_moment_by_itself() throws IOException {
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      caller.value(LISTS + "add", "=list=PERMIT", "=address=10.8.0.9", "=timeout=1m");
      var end = clock.instant().plusSeconds(60);
      clock.pass(Duration.ofMinutes(3));
      caller.rows(LISTS + "print");

      Happening gone = last(Change.EntryGone.class::isInstance);
      assertThat(gone.by()).isEqualTo(new Cause.TimeUp());
      assertThat(gone.at()).isEqualTo(end);
    }
  }

  @Test
  void a_session_is_told_with_its_id_its_caller_and_its_account() {
    Session session = router.dial(Call.of(ALICE, "203.0.113.7").quietly()).session();
    router.hangUpQuietly(session);

    Happening up = last(Change.SessionUp.class::isInstance);
    assertThat(up.change()).isEqualTo(new Change.SessionUp(clock.instant(), session));
    assertThat(up.by()).isEqualTo(new Cause.Client("alice"));
    assertThat(session.caller()).isEqualTo("203.0.113.7");
    assertThat(session.sessionId()).startsWith("0x");
    assertThat(last(Change.EntryAdded.class::isInstance).by())
        .isEqualTo(new Cause.Script("on-up", session.sessionId()));
    assertThat(last(Change.SessionDown.class::isInstance).change())
        .isEqualTo(new Change.SessionDown(clock.instant(), session, Change.Why.HUNG_UP));
    assertThat(last(Change.EntryGone.class::isInstance).by())
        .isEqualTo(new Cause.Script("on-down", session.sessionId()));
  }

  @Test
  void a_drop_names_who_dropped_and_the_script_that_cleared_up() throws IOException {
    Session session = router.dial(Call.of(ALICE, "203.0.113.7").quietly()).session();
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      caller.ask("/ppp/active/remove", "=.id=" + session.id());
    }
    router.await(view -> view.denied().isEmpty(), Duration.ofSeconds(5));

    Happening down = last(Change.SessionDown.class::isInstance);
    assertThat(down.by()).isEqualTo(new Cause.Api(1, "tapgate"));
    assertThat(down.change())
        .isEqualTo(new Change.SessionDown(clock.instant(), session, Change.Why.REMOVED));
  }

  @Test
  void a_reboot_is_told_with_everything_it_took_along() {
    Session session = router.dial(Call.of(ALICE, "203.0.113.7").quietly()).session();
    long before = router.log().happenings().getLast().number();

    router.reboot();

    List<Happening> since = router.log().after(before).happenings();
    assertThat(since).allMatch(one -> one.by().equals(new Cause.Reboot()));
    assertThat(since)
        .extracting(Happening::change)
        .contains(
            new Change.SessionDown(clock.instant(), session, Change.Why.REBOOT),
            new Change.Rebooted(clock.instant()))
        .anyMatch(
            change -> change instanceof Change.EntryGone gone && gone.why() == Change.Why.REBOOT);
    Session next = router.dial(Call.of(ALICE, "203.0.113.7").quietly()).session();
    assertThat(next.id()).isEqualTo(session.id());
    assertThat(next.sessionId()).isNotEqualTo(session.sessionId());
  }

  @Test
  void replayed_it_gives_the_router_as_it_stands() throws IOException {
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      for (int i = 1; i <= 30; i++) {
        Session session = router.dial(Call.of(ALICE, "203.0.113." + i).quietly()).session();
        String permit =
            caller.value(
                LISTS + "add",
                "=list=PERMIT",
                "=address=" + session.address(),
                "=timeout=" + i + "m");
        switch (i % 5) {
          case 0 -> router.hangUpQuietly(session);
          case 1 -> router.vanish(session);
          case 2 -> caller.ask(LISTS + "remove", "=.id=" + permit);
          case 3 -> router.replace(session);
          default -> clock.pass(Duration.ofMinutes(2));
        }
      }
    }
    RouterView view = router.view();
    Map<String, Entry> entries = new LinkedHashMap<>();
    Map<String, Session> sessions = new LinkedHashMap<>();
    router.log().happenings().forEach(one -> replay(one.change(), entries, sessions));

    assertThat(view.permitted()).isNotEmpty();
    assertThat(entries.values()).containsExactlyInAnyOrderElementsOf(view.entries());
    assertThat(sessions.values()).containsExactlyInAnyOrderElementsOf(view.sessions());
  }

  private static void replay(
      Change change, Map<String, Entry> entries, Map<String, Session> sessions) {
    switch (change) {
      case Change.EntryAdded(var _, Entry entry) -> entries.put(entry.id(), entry);
      case Change.EntryChanged(var _, var _, Entry entry) -> entries.put(entry.id(), entry);
      case Change.EntryGone(var _, Entry entry, var _) -> entries.remove(entry.id());
      case Change.SessionUp(var _, Session session) -> sessions.put(session.sessionId(), session);
      case Change.SessionDown(var _, Session session, var _) ->
          sessions.remove(session.sessionId());
      default -> {}
    }
  }

  @Test
  void the_numbers_have_no_gap_and_what_is_forgotten_is_said() {
    for (int i = 0; i < 10; i++) {
      router.silent();
    }
    List<Happening> all = router.log().happenings();
    assertThat(router.log().complete()).isTrue();
    assertThat(all)
        .extracting(Happening::number)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, all.size()).boxed().toList());
    assertThat(router.log().after(4).happenings().getFirst().number()).isEqualTo(5);
    assertThat(router.log().after(99).happenings()).isEmpty();

    try (PretendRouter forgetful =
        PretendRouter.start(RouterSettings.usual().withMemory(3), _ -> {})) {
      for (int i = 0; i < 10; i++) {
        forgetful.silent();
      }
      assertThat(forgetful.log().complete()).isFalse();
      assertThat(forgetful.log().forgotten()).isEqualTo(7);
      assertThat(forgetful.log().happenings()).hasSize(3);
    }
  }
}
