package io.tapgate.playground.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Entry;
import io.tapgate.playground.router.device.LogLine;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.device.Subscription;
import io.tapgate.playground.router.device.Tracked;
import io.tapgate.playground.router.scripts.Report;
import io.tapgate.playground.time.HandClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Dialling in, hanging up, being dropped: what the router and Tapgate's doors see of it. */
class ClientsTest {
  private static final Account ALICE = Account.of("alice", 4_000_000_007L);
  private static final Account BOB = Account.of("bob");
  private static final String HOME = "203.0.113.7";
  private static final Duration SOON = Duration.ofSeconds(10);

  private final HandClock clock = new HandClock();
  private final HookDoor door;
  private final PretendRouter router;
  private final ApiCaller api;

  ClientsTest() throws IOException {
    door = new HookDoor();
    router =
        PretendRouter.start(
            RouterSettings.usual().withClock(clock).withHooks(door.url(), "secret"));
    api = ApiCaller.loggedIn(router);
  }

  @AfterEach
  void close() throws IOException {
    api.close();
    router.close();
    door.close();
  }

  @BeforeEach
  void nobody_is_there_at_first() {
    assertThat(router.view().sessions()).isEmpty();
  }

  @Test
  void who_dials_in_is_shut_out_and_reported() {
    Dialled dialled = router.dial(ALICE, HOME);

    RouterView view = router.view();
    assertThat(view.sessions()).containsExactly(dialled.session());
    assertThat(view.denies("10.8.0.2")).isTrue();
    assertThat(view.permits("10.8.0.2")).isFalse();
    assertThat(view.denied())
        .singleElement()
        .returns("tapgate", Entry::comment)
        .returns(true, Entry::dynamic);
    assertThat(report(dialled)).isEqualTo(new Report.Answered(200, ""));
    assertThat(door.knocks())
        .containsExactly(
            new HookDoor.Knock(
                "POST /client/connect",
                "Bearer secret",
                "{\"name\":\"alice\",\"source_ip\":\"10.8.0.2\",\"destination_ip\":\"10.8.0.1\","
                    + "\"caller_id\":\"203.0.113.7\",\"chat_id\":\"4000000007\","
                    + "\"session\":\"0x81A00001\",\"service\":\"l2tp\"}"));
    assertThat(router.view().log())
        .extracting(LogLine::text)
        .contains(
            "alice connected, 10.8.0.2 from 203.0.113.7",
            "told Tapgate that alice is up: answered 200");
  }

  @Test
  void an_account_without_a_chat_names_none() {
    report(router.dial(BOB, HOME));

    assertThat(door.knocks().getFirst().body()).doesNotContain("chat_id");
  }

  @Test
  void the_session_is_listed_as_a_router_lists_it() throws IOException {
    router.dial(Call.of(ALICE, HOME).by("sstp"));
    clock.pass(Duration.ofSeconds(75));

    assertThat(api.rows("/ppp/active/print"))
        .containsExactly(
            Map.ofEntries(
                Map.entry(".id", "*1"),
                Map.entry("name", "alice"),
                Map.entry("service", "sstp"),
                Map.entry("caller-id", HOME),
                Map.entry("address", "10.8.0.2"),
                Map.entry("uptime", "1m15s"),
                Map.entry("encoding", ""),
                Map.entry("session-id", "0x81A00001"),
                Map.entry("limit-bytes-in", "0"),
                Map.entry("limit-bytes-out", "0"),
                Map.entry("radius", "false")));
  }

  @Test
  void a_stale_permit_and_its_connections_do_not_outlive_the_next_dial_in() throws IOException {
    Session gone = router.dial(ALICE, HOME).session();
    permit("10.8.0.2");
    List<Tracked> stale = router.view().connectionsOf("10.8.0.2");
    router.vanish(gone);

    router.dial(Call.of(BOB, "203.0.113.8").at("10.8.0.2"));

    assertThat(router.view().permits("10.8.0.2")).isFalse();
    assertThat(router.view().denies("10.8.0.2")).isTrue();
    assertThat(stale).isNotEmpty();
    assertThat(router.view().connections()).doesNotContainAnyElementsOf(stale);
  }

  @Test
  void a_hang_up_clears_both_lists_and_is_reported() {
    Session session = router.dial(ALICE, HOME).session();

    Report report = router.hangUp(session).join();

    assertThat(report).isInstanceOf(Report.Answered.class);
    assertThat(router.view().sessions()).isEmpty();
    assertThat(listed(router.view())).isEmpty();
    assertThat(router.view().connections()).isEmpty();
    assertThat(door.knocks()).extracting(HookDoor.Knock::path).contains("POST /client/disconnect");
    assertThatThrownBy(() -> router.hangUp(session)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void dropping_a_session_by_the_api_runs_its_on_down_script() throws IOException {
    Session session = router.dial(ALICE, HOME).session();

    api.ask("/ppp/active/remove", "=.id=" + session.id());

    RouterView view = router.await(now -> reported(now, "alice is down"), SOON);
    assertThat(view.sessions()).isEmpty();
    assertThat(listed(view)).isEmpty();
    assertThat(reported(view, "alice is down: answered 200")).isTrue();
  }

  @Test
  void a_late_down_does_not_open_or_close_anything_for_the_next_session() {
    Session first = router.dial(ALICE, HOME).session();
    Session second = router.redial(first).session();

    router.reportDown(first).join();

    assertThat(second.sessionId()).isNotEqualTo(first.sessionId());
    assertThat(second.address()).isEqualTo(first.address());
    assertThat(router.view().sessions()).containsExactly(second);
    assertThat(router.view().denies(second.address())).isTrue();
  }

  @Test
  @Timeout(20)
  void on_down_looks_three_times_and_leaves_an_address_alone_that_another_session_holds()
      throws InterruptedException {
    Session first = router.dial(Call.of(ALICE, HOME).at("10.8.0.9")).session();
    router.dial(Call.of(BOB, HOME).at("10.8.0.9"));

    CompletableFuture<Report> report = router.hangUp(first);
    clock.awaitSleepers(1);
    while (!report.isDone()) {
      clock.pass(Duration.ofSeconds(1));
      Thread.sleep(10);
    }

    assertThat(report.join()).isInstanceOf(Report.Answered.class);
    assertThat(router.view().denies("10.8.0.9")).isTrue();
  }

  @Test
  void hooks_can_be_lost_and_sent_again() {
    Dialled quiet = router.dial(Call.of(ALICE, HOME).quietly());
    assertThat(report(quiet)).isEqualTo(new Report.Lost());
    router.hangUpQuietly(quiet.session());
    assertThat(listed(router.view())).isEmpty();
    assertThat(door.knocks()).isEmpty();

    Session session = router.dial(ALICE, HOME).session();
    CompletableFuture.allOf(router.reportUp(session), router.reportUp(session)).join();

    assertThat(door.knocks()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(door.knocks().stream().distinct()).hasSize(1);
  }

  @Test
  void a_session_can_be_replaced_behind_everybodys_back() {
    Session session = router.dial(Call.of(ALICE, HOME).quietly()).session();

    Session other = router.replace(session);

    assertThat(router.view().sessions()).containsExactly(other);
    assertThat(other.sessionId()).isEqualTo("0x81A00002");
    assertThat(router.view().denies(session.address())).isTrue();
    assertThat(door.knocks()).isEmpty();
  }

  @Test
  void session_ids_are_never_used_again_not_even_after_a_reboot() {
    Session before = router.dial(ALICE, HOME).session();
    router.reboot();

    Session after = router.dial(ALICE, HOME).session();

    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.sessionId()).isEqualTo("0x81B00001");
  }

  @Test
  void a_banned_caller_cannot_dial_in() throws IOException {
    add("BAN", HOME, "=timeout=1h");

    Dialled dialled = router.dial(ALICE, HOME);

    assertThat(dialled).isEqualTo(new Dialled.Refused("203.0.113.7 is banned"));
    assertThat(router.view().sessions()).isEmpty();
    assertThat(router.dial(ALICE, "203.0.113.8")).isInstanceOf(Dialled.Up.class);
    clock.pass(Duration.ofHours(1));
    assertThat(router.dial(ALICE, HOME)).isInstanceOf(Dialled.Up.class);
  }

  @Test
  void a_disabled_account_does_not_dial_in_until_it_is_enabled() throws IOException {
    String id = api.value("/ppp/secret/add", "=name=carol", "=password=x", "=disabled=yes");
    Call carol = Call.of(Account.of("carol"), HOME).quietly();
    assertThat(router.dial(carol)).isEqualTo(new Dialled.Refused("the account carol is disabled"));
    assertThat(router.view().sessions()).isEmpty();
    api.ask("/ppp/secret/set", "=.id=" + id, "=disabled=no");
    assertThat(router.dial(carol).session().account().name()).isEqualTo("carol");
  }

  @Test
  void the_lowest_free_address_is_handed_out_and_a_full_pool_refuses() {
    try (PretendRouter small =
        PretendRouter.start(
            RouterSettings.usual().withPool(new TunnelPool("10.8.0.255", "10.8.1.0")))) {
      Session first = small.dial(Call.of(ALICE, HOME).quietly()).session();
      Session second = small.dial(Call.of(BOB, HOME).quietly()).session();
      assertThat(List.of(first.address(), second.address()))
          .containsExactly("10.8.0.255", "10.8.1.0");
      assertThat(small.dial(BOB, HOME)).isInstanceOf(Dialled.Refused.class);
      small.hangUpQuietly(first);
      assertThat(small.dial(Call.of(BOB, HOME).quietly()).session().address())
          .isEqualTo("10.8.0.255");
    }
  }

  @Test
  void only_a_permitted_client_gets_through_and_cutting_shows() throws IOException {
    Session session = router.dial(ALICE, HOME).session();
    assertThat(router.reaches(session, "192.168.88.10", 443)).isFalse();

    permit(session.address());

    assertThat(router.reaches(session, "192.168.88.20", 22)).isTrue();
    List<Map<String, String>> tcp = api.rows("/ip/firewall/connection/print", "?protocol=tcp");
    assertThat(tcp)
        .extracting(row -> row.get("dst-address"))
        .contains("192.168.88.10:443", "192.168.88.20:22");
    assertThat(tcp).allMatch(row -> row.getOrDefault("src-address", "").startsWith("10.8.0.2:"));
    assertThat(tcp)
        .allMatch(row -> row.getOrDefault("reply-dst-address", "").equals(row.get("src-address")));

    String ids = String.join(",", tcp.stream().map(row -> row.get(".id")).toList());
    api.ask("/ip/firewall/connection/remove", "=.id=" + ids);

    assertThat(api.rows("/ip/firewall/connection/print", "?protocol=tcp")).isEmpty();
    assertThat(api.trap("/ip/firewall/connection/remove", "=.id=" + ids)).isEqualTo("no such item");
  }

  @Test
  void a_client_with_an_ipv6_address_is_reported_by_nobody_and_gets_nowhere() throws IOException {
    Dialled dialled = router.dial(Call.of(ALICE, "2001:db8::7").at("FD00::2"));

    Session session = dialled.session();
    assertThat(session.address()).isEqualTo("fd00::2");
    assertThat(report(dialled)).isEqualTo(new Report.Untold());
    assertThat(door.knocks()).isEmpty();
    assertThat(reported(router.view(), "script error: tapgate: no IPv4 address")).isTrue();
    api.value("/ipv6/firewall/address-list/add", "=list=PERMIT", "=address=fd00::2");
    assertThat(router.reaches(session, "fd00:88::10", 443)).isFalse();
    assertThat(api.rows("/ipv6/firewall/connection/print")).isEmpty();
  }

  @Test
  void a_caller_may_be_a_mac_address() {
    report(router.dial(ALICE, "AA:BB:CC:DD:EE:FF"));

    assertThat(door.knocks().getFirst().body()).contains("\"caller_id\":\"AA:BB:CC:DD:EE:FF\"");
  }

  @Test
  void a_refusal_and_a_dead_door_are_in_the_log_and_hold_up_nobody() {
    door.answers(401);
    assertThat(report(router.dial(ALICE, HOME))).isEqualTo(new Report.Answered(401, ""));
    door.close();

    Dialled second = router.dial(BOB, HOME);

    assertThat(router.view().denies(second.session().address())).isTrue();
    assertThat(report(second)).isInstanceOf(Report.Failed.class);
    assertThat(reported(router.view(), "bob is up: failed, ")).isTrue();
  }

  @Test
  void a_hook_arrives_though_the_door_was_shut_and_opened_since_the_last_one() throws IOException {
    report(router.dial(ALICE, HOME));
    door.close();

    try (HookDoor again = new HookDoor(door.url().getPort())) {
      assertThat(report(router.dial(BOB, HOME))).isEqualTo(new Report.Answered(200, ""));
      assertThat(again.knocks()).hasSize(1);
    }
  }

  @Test
  void a_hook_that_cannot_even_be_sent_holds_up_nobody() {
    router.reportTo(URI.create("nowhere"));

    assertThat(report(router.dial(ALICE, HOME))).isEqualTo(new Report.Untold());
    assertThat(router.view().sessions()).hasSize(1);
  }

  @Test
  @Timeout(40)
  void a_door_that_does_not_answer_is_given_up_after_ten_seconds() {
    door.getsStuck();

    Dialled dialled = router.dial(ALICE, HOME);

    assertThat(router.view().sessions()).hasSize(1);
    assertThat(report(dialled)).isEqualTo(new Report.Failed("connection timeout"));
  }

  @Test
  void every_change_is_told_in_order() throws InterruptedException {
    LinkedBlockingQueue<Change> told = new LinkedBlockingQueue<>();
    List<Change> heard = new ArrayList<>();
    router.dial(Call.of(BOB, HOME).quietly());
    int before = router.history().size();
    try (Subscription _ = router.onChange(told::add)) {
      router.hangUpQuietly(router.dial(Call.of(ALICE, HOME).quietly()).session());
      List<Change> all = router.history().subList(before, router.history().size());
      for (int i = 0; i < all.size(); i++) {
        heard.add(told.poll(5, TimeUnit.SECONDS));
      }
      assertThat(heard).isEqualTo(all);
    }
    assertThat(heard).anyMatch(Change.SessionUp.class::isInstance);
    assertThat(heard).anyMatch(Change.SessionDown.class::isInstance);
  }

  @Test
  void what_runs_out_announces_itself() throws IOException {
    try (PretendRouter real = PretendRouter.start(RouterSettings.usual());
        ApiCaller caller = ApiCaller.loggedIn(real)) {
      String add = "/ip/firewall/address-list/add";
      caller.value(add, "=list=PERMIT", "=address=10.8.0.2", "=timeout=1s");

      RouterView view = real.await(now -> now.permitted().isEmpty(), SOON);

      assertThat(view.permitted()).isEmpty();
      assertThat(real.history())
          .anyMatch(change ->
              change instanceof Change.EntryGone gone && gone.why() == Change.Why.RAN_OUT);
    }
  }

  private static boolean reported(RouterView view, String text) {
    return view.log().stream().anyMatch(line -> line.text().contains(text));
  }

  /** But for what the router holds from the beginning. */
  private static List<Entry> listed(RouterView view) {
    return view.entries().stream().filter(one -> !one.list().equals("tapgate-telegram")).toList();
  }

  private static Report report(Dialled dialled) {
    return switch (dialled) {
      case Dialled.Up up -> up.report().join();
      case Dialled.Refused refused -> throw new AssertionError(refused.why());
    };
  }

  private void permit(String address) throws IOException {
    add("PERMIT", address, "=timeout=15m");
    RouterView view =
        router.await(
            now ->
                now.connectionsOf(address).stream().anyMatch(one -> one.protocol().equals("tcp")),
            SOON);
    assertThat(view.permits(address)).isTrue();
  }

  private void add(String list, String address, String timeout) throws IOException {
    api.value("/ip/firewall/address-list/add", "=list=" + list, "=address=" + address, timeout);
  }
}
