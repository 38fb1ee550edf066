package io.tapgate.playground.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.config.Configuration;
import io.tapgate.playground.router.config.Item;
import io.tapgate.playground.router.config.Shelf;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.LogLine;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.scripts.Report;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pretend router runs what is written down on it: that, and nothing else. */
class ScriptsTest {
  private static final Account ALICE = Account.of("alice", 4_000_000_007L);
  private static final String HOME = "203.0.113.7";
  private static final String ADDRESS = "10.8.0.2";

  private final HookDoor door;
  private final RouterSettings settings;
  private PretendRouter router;

  ScriptsTest() throws IOException {
    door = new HookDoor();
    settings = RouterSettings.usual().withHooks(door.url(), "secret");
    router = PretendRouter.start(settings);
  }

  @AfterEach
  void close() {
    router.close();
    door.close();
  }

  /** A router of which nobody has prepared anything, and whose clients run this as they come up. */
  private void onUp(String script) {
    router.close();
    router = PretendRouter.start(settings, all -> says(all, "default-encryption", script));
  }

  private static void says(Configuration router, String profile, String onUp) {
    Shelf profiles = router.shelf("/ppp/profile");
    Item found = profiles.where("name", profile).orElseThrow();
    assertThat(profiles.change(found, Map.of("on-up", onUp))).isTrue();
  }

  private Report dialled() {
    return switch (router.dial(Call.of(ALICE, HOME).at(ADDRESS))) {
      case Dialled.Up up -> up.report().join();
      case Dialled.Refused refused -> throw new AssertionError(refused.why());
    };
  }

  private JsonNode body(int knock) {
    return JsonMapper.shared().readTree(door.knocks().get(knock).body());
  }

  private String fetch(String more) {
    return "/tool/fetch url=\"" + door.url() + "/here\" " + more;
  }

  // Which script, and what it knows.

  @Test
  void where_nothing_is_written_down_nobody_is_told_and_nobody_shut_out() {
    onUp("");
    assertThat(dialled()).isEqualTo(new Report.Untold());
    assertThat(router.view().denies(ADDRESS)).isFalse();
    assertThat(router.hangUp(router.view().sessions().getFirst()).join())
        .isEqualTo(new Report.Untold());
    assertThat(door.knocks()).isEmpty();
  }

  @Test
  void a_secret_s_profile_goes_before_the_usual_one() {
    router.configure(all -> {
      all.add("/ppp/secret", "name=alice profile=default");
      says(all, "default", ":log info \"another profile\"");
    });
    assertThat(dialled()).isEqualTo(new Report.Untold());
    assertThat(router.view().log()).extracting(LogLine::text).contains("another profile");
    assertThat(router.view().denies(ADDRESS)).isFalse();
  }

  @Test
  void a_script_is_given_who_came_and_from_where() {
    onUp(
        fetch(
            "http-method=post http-data=($user . \" \" . $\"local-address\" . \" \" ."
                + " $\"remote-address\" . \" \" . $\"caller-id\" . \" [\" . $\"called-id\" . \"]\""
                + " . [:len $interface])"));
    assertThat(dialled()).isEqualTo(new Report.Answered(200, ""));
    assertThat(door.knocks().getFirst().body())
        .isEqualTo("alice 10.8.0.1 10.8.0.2 203.0.113.7 []3");
  }

  @ParameterizedTest
  @ValueSource(strings = {":if", "/tool/fetch colour=red", ":error \"enough\""})
  void what_goes_wrong_is_in_the_log_and_the_session_is_up(String script) {
    onUp(script);
    assertThat(dialled()).isEqualTo(new Report.Untold());
    assertThat(router.view().log())
        .anyMatch(line ->
            line.topics().equals("script,error") && line.text().startsWith("script error: "));
    assertThat(router.view().sessions()).hasSize(1);
  }

  @Test
  void a_script_that_waits_holds_up_nobody() {
    onUp(":delay 3600s\n" + fetch(""));
    Dialled dialled = router.dial(Call.of(ALICE, HOME).at(ADDRESS));
    assertThat(router.view().sessions()).containsExactly(dialled.session());
    assertThat(((Dialled.Up) dialled).report()).isNotDone();
  }

  @Test
  void a_status_of_400_or_more_is_an_error_that_a_script_can_catch() {
    door.answers(404);
    onUp(":do { " + fetch("") + " } on-error={ :log warning \"not taken\" }");
    assertThat(dialled()).isEqualTo(new Report.Answered(404, ""));
    assertThat(router.view().log()).extracting(LogLine::text).contains("not taken");
    onUp(fetch("") + "\n:log warning \"went on\"");
    assertThat(dialled()).isEqualTo(new Report.Answered(404, ""));
    assertThat(router.view().log()).extracting(LogLine::text).doesNotContain("went on");
  }

  // The scripts of router-scripts/.

  @Test
  void a_prepared_router_says_so_and_preparing_it_again_changes_nothing() {
    String once = router.export();
    assertThat(once).contains("tapgate: Tapgate itself", "Bearer ", door.url().toString());
    router.prepare();
    // On a router without rules of its own, the chains change places among each other.
    assertThat(router.export().lines().sorted())
        .containsExactlyElementsOf(once.lines().sorted().toList());
  }

  @Test
  void what_is_filled_in_means_itself_whatever_it_is() {
    router.close();
    router = PretendRouter.start(settings.withHooks(door.url(), "a\"b\\c$d"));
    assertThat(dialled()).isEqualTo(new Report.Answered(200, ""));
    assertThat(door.knocks().getFirst().authorization()).isEqualTo("Bearer a\"b\\c$d");
  }

  @Test
  void the_chat_is_on_the_secret_and_goes_where_the_account_goes() {
    assertThat(dialled()).isEqualTo(new Report.Answered(200, ""));
    assertThat(body(0).path("chat_id").asString()).isEqualTo("4000000007");
    assertThat(router.export()).contains("comment=\"chat=4000000007\" name=alice");
    router.vanish(router.view().sessions().getFirst());

    Dialled other = router.dial(Account.of("alice", 8), HOME);
    assertThat(((Dialled.Up) other).report().join()).isInstanceOf(Report.Answered.class);
    assertThat(body(1).path("chat_id").asString()).isEqualTo("8");
    router.vanish(other.session());

    Dialled none = router.dial(Account.of("alice"), HOME);
    assertThat(((Dialled.Up) none).report().join()).isInstanceOf(Report.Answered.class);
    assertThat(body(2).has("chat_id")).isFalse();
  }

  @Test
  void a_report_made_again_is_the_same_and_changes_nothing() {
    assertThat(dialled()).isEqualTo(new Report.Answered(200, ""));
    Session first = router.view().sessions().getFirst();
    Session second = router.replace(first);
    router.list("PERMIT", ADDRESS);

    assertThat(router.reportUp(first).join()).isEqualTo(new Report.Answered(200, ""));
    assertThat(router.reportDown(first).join()).isEqualTo(new Report.Answered(200, ""));

    assertThat(body(1)).isEqualTo(body(0));
    assertThat(body(1).path("session").asString()).isEqualTo(first.sessionId());
    assertThat(body(2).has("session")).as("it may be the next one's").isFalse();
    assertThat(router.view().permits(ADDRESS)).isTrue();
    assertThat(router.view().sessions()).containsExactly(second);
  }

  @Test
  void from_now_on_it_reports_elsewhere() throws IOException {
    try (HookDoor other = new HookDoor()) {
      router.reportTo(other.url());
      assertThat(dialled()).isEqualTo(new Report.Answered(200, ""));
      assertThat(other.knocks()).hasSize(1);
      assertThat(door.knocks()).isEmpty();
    }
  }

  @Test
  void a_lost_report_is_a_warning_in_the_router_s_log() {
    router.dial(Call.of(ALICE, HOME).quietly());
    Optional<LogLine> warned =
        router
            .await(
                view -> view.log().stream().anyMatch(one -> one.topics().contains("warning")),
                java.time.Duration.ofSeconds(5))
            .log()
            .stream()
            .filter(one -> one.topics().equals("script,warning"))
            .findFirst();
    assertThat(warned).isPresent();
    assertThat(warned.get().text()).startsWith("tapgate: alice is up: the report");
  }

  @Test
  void on_down_leaves_what_the_admin_denied() {
    router.list("DENY", ADDRESS);
    assertThat(dialled()).isEqualTo(new Report.Answered(200, ""));
    assertThat(router.hangUp(router.view().sessions().getFirst()).join())
        .isEqualTo(new Report.Answered(200, ""));
    assertThat(router.view().denies(ADDRESS)).isTrue();
  }

  // Packets.

  @Test
  void the_rules_and_not_the_lists_let_somebody_in() {
    Session alice = router.dial(Call.of(ALICE, HOME).at(ADDRESS)).session();
    assertThat(router.reaches(alice, "192.168.88.10", 443)).isFalse();
    assertThat(router.reaches(alice, "10.8.0.1", 8291)).as("the router itself").isFalse();
    assertThat(router.reaches(alice, "149.154.167.220", 443)).as("Telegram").isTrue();
    Session bob = router.dial(Call.of(Account.of("bob"), "203.0.113.8")).session();
    assertThat(router.reaches(alice, bob.address(), 22)).as("another client").isFalse();

    router.list("PERMIT", ADDRESS);
    assertThat(router.reaches(alice, "192.168.88.10", 443)).isTrue();
    assertThat(router.reaches(alice, bob.address(), 22)).as("who is not let in").isFalse();
    router.vanish(alice);
    assertThat(router.reaches(alice, "192.168.88.10", 443)).as("it is gone").isFalse();
  }

  @Test
  void without_the_rules_a_list_means_nothing() {
    onUp("");
    router.list("DENY", ADDRESS);
    router.list("BAN", HOME);
    Session alice = router.dial(Call.of(ALICE, HOME).at(ADDRESS)).session();
    assertThat(router.reaches(alice, "192.168.88.10", 443)).isTrue();
  }
}
