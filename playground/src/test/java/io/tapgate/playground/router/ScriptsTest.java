package io.tapgate.playground.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.ListNames;
import io.tapgate.playground.router.device.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pretend router does what the real router's scripts say, in their order, and reports the same.
 * No script is run here: their text is read.
 */
class ScriptsTest {
  private static final Account ALICE = Account.of("alice", 4_000_000_007L);
  private static final String HOME = "203.0.113.7";
  private static final String ADDRESS = "10.8.0.2";
  private static final Pattern KEY = Pattern.compile("\\\\\"([a-z_]+)\\\\\":");

  /** What a real router adds where it can; Tapgate does without. */
  private static final Set<String> WHERE_IT_CAN = Set.of("session", "service");

  private static final Map<String, String> STEPS =
      Map.of(
          "address-list/remove [find where list=$permitList", "out of the permit list",
          "/ip/firewall/connection/remove", "connections cut",
          "address-list/add list=$denyList", "into the deny list",
          "address-list/remove [find where list=$denyList", "out of the deny list",
          "/client/connect", "reported up",
          "/client/disconnect", "reported down");

  private final HookDoor door;
  private final PretendRouter router;
  private final ApiCaller api;

  ScriptsTest() throws IOException {
    door = new HookDoor();
    router = PretendRouter.start(RouterSettings.usual().withHooks(door.url(), "secret"));
    api = ApiCaller.loggedIn(router);
  }

  @AfterEach
  void close() throws IOException {
    api.close();
    router.close();
    door.close();
  }

  @Test
  void on_up_does_the_same_in_the_same_order() throws IOException {
    Session stale = up();
    forgetDenied();
    add(lists().permit(), "tapgate");
    router.reaches(stale, "192.168.88.10", 443);
    router.vanish(stale);
    int before = router.history().size();

    up();

    assertThat(steps(before)).isEqualTo(steps("on-up.rsc")).hasSize(4);
  }

  @Test
  void on_down_does_the_same_in_the_same_order() throws IOException {
    Session session = up();
    add(lists().permit(), "tapgate");
    router.reaches(session, "192.168.88.10", 443);
    int before = router.history().size();

    router.hangUp(session).join();

    assertThat(steps(before)).isEqualTo(steps("on-down.rsc")).hasSize(4);
  }

  @Test
  void on_down_leaves_what_the_admin_denied() throws IOException {
    add(lists().deny(), "the admin's own");

    router.hangUp(up()).join();

    assertThat(router.view().denies(ADDRESS)).isTrue();
    assertThat(text("on-down.rsc"))
        .contains("remove [find where list=$denyList and address~$exactly and comment=tapgate]");
  }

  @Test
  void both_report_the_same_fields() {
    router.hangUp(up()).join();

    assertThat(door.knocks()).hasSize(2);
    assertThat(keys(door.knocks().getFirst())).isEqualTo(keys("on-up.rsc"));
    assertThat(keys(door.knocks().getLast())).isEqualTo(keys("on-down.rsc"));
  }

  @Test
  void a_down_never_names_a_session_that_may_be_the_next_one_already() {
    assertThat(text("on-down.rsc")).doesNotContain("\\\"session\\\":", "session-id]");
  }

  private Session up() {
    Dialled dialled = router.dial(Call.of(ALICE, HOME).at(ADDRESS));
    if (dialled instanceof Dialled.Up up) {
      up.report().join();
    }
    return dialled.session();
  }

  private ListNames lists() {
    return router.settings().lists();
  }

  private void forgetDenied() throws IOException {
    String id = router.view().denied().getFirst().id();
    api.ask("/ip/firewall/address-list/remove", "=.id=" + id);
  }

  private void add(String list, String comment) throws IOException {
    api.value(
        "/ip/firewall/address-list/add",
        "=list=" + list,
        "=address=" + ADDRESS,
        "=timeout=15m",
        "=comment=" + comment);
  }

  /** What the script does, by where each step stands in its text. */
  private static List<String> steps(String script) {
    Map<Integer, String> found = new TreeMap<>();
    STEPS.forEach((words, step) -> {
      int at = text(script).indexOf(words);
      if (at >= 0) {
        found.put(at, step);
      }
    });
    return List.copyOf(found.values());
  }

  /** What the pretend router did since then. */
  private List<String> steps(int before) {
    List<Change> history = router.history();
    return history.subList(before, history.size()).stream()
        .flatMap(change -> step(change).stream())
        .distinct()
        .toList();
  }

  private Optional<String> step(Change change) {
    return switch (change) {
      case Change.EntryGone gone -> Optional.of("out of the " + word(gone.entry().list()));
      case Change.EntryAdded added -> Optional.of("into the " + word(added.entry().list()));
      case Change.ConnectionCut _ -> Optional.of("connections cut");
      case Change.LineLogged(var _, var line) when line.text().startsWith("told Tapgate") ->
          Optional.of("reported " + (line.text().contains(" is up") ? "up" : "down"));
      default -> Optional.empty();
    };
  }

  private String word(String list) {
    return (list.equals(lists().permit()) ? "permit" : "deny") + " list";
  }

  private static Set<String> keys(String script) {
    Set<String> keys = new LinkedHashSet<>();
    Matcher matcher = KEY.matcher(text(script));
    while (matcher.find()) {
      keys.add(matcher.group(1));
    }
    keys.removeAll(WHERE_IT_CAN);
    return keys;
  }

  private static Set<String> keys(HookDoor.Knock knock) {
    return new LinkedHashSet<>(
        JsonMapper.shared().readTree(knock.body()).propertyNames().stream().toList());
  }

  private static String text(String script) {
    try {
      return Files.readString(scripts().resolve(script));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path scripts() {
    List<Path> above = new ArrayList<>();
    Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
        .forEach(at -> above.add(at.resolve("router-scripts")));
    return above.stream().filter(Files::isDirectory).findFirst().orElseThrow();
  }
}
