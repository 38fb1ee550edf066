package io.tapgate.playground.router.witness;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.RouterWeather;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The npm package routeros-api, run by node. */
class NodeWitnessTest {
  private static final Path SOURCE = Path.of("src/test/node");
  private static final Path FOLDER = Path.of("target/node-witness");

  /** Installs the package once for a lock file: beside the build's output, never in the sources. */
  @BeforeEach
  void install() throws IOException {
    for (String program : List.of("node", "npm")) {
      if (!Tools.isThere(program)) {
        Tools.missing(program + " is not installed, so routeros-api cannot be run");
      }
    }
    Files.createDirectories(FOLDER);
    Path lock = FOLDER.resolve("package-lock.json");
    boolean installed =
        Files.isDirectory(FOLDER.resolve("node_modules/routeros-api"))
            && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) < 0;
    for (String file :
        List.of("package.json", "package-lock.json", ".npmrc", "witness.mjs", "weather.mjs")) {
      Path to = FOLDER.resolve(file);
      Files.copy(SOURCE.resolve(file), to, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!installed) {
      Tools.Run npm = Tools.run(FOLDER, "npm", "ci", "--prefer-offline", "--ignore-scripts");
      if (npm.exit() != 0) {
        Tools.missing("npm could not install routeros-api: " + npm);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.22", "7.12"})
  void routeros_api_understands_the_router(String version) throws IOException {
    RouterSettings settings = RouterSettings.usual().withVersion(version);
    try (PretendRouter router = PretendRouter.start(settings, _ -> {})) {
      router.dial(Call.of(Account.of("alice", 7), "203.0.113.99").quietly());

      JsonNode seen = witness(router);

      assertThat(text(seen, "badLogin")).isNotEqualTo("let in");
      assertThat(text(seen, "identity")).isEqualTo("[{'name':'pretend'}]");
      assertThat(text(seen, "nobody")).isEqualTo("[]");
      assertThat(text(seen, "active"))
          .isEqualTo("[{'name':'alice','address':'10.8.0.2','session-id':'0x81A00001'}]");
      assertThat(text(seen, "added")).isEqualTo("[{'ret':'*1'}]");
      assertThat(text(seen, "twice")).isEqualTo("'failure: already have such entry'");
      assertThat(seen.get("permitted").get(0).get("timeout").asString()).matches("15m|14m5[0-9]s");
      assertThat(seen.get("permitted").get(0).get("comment").asString()).isEqualTo("tapgate");
      assertThat(text(seen, "set")).isEqualTo("[]");
      assertThat(text(seen, "removed")).isEqualTo("[]");
      assertThat(text(seen, "gone")).isEqualTo("'no such item'");
      assertThat(text(seen, "unknown")).isEqualTo("'no such command'");
      assertThat(text(seen, "atOnce")).isEqualTo("40");
      assertThat(text(seen, "denied")).isEqualTo("40");
      assertThat(text(seen, "either"))
          .contains("{'address':'10.9.0.1'}", "{'address':'10.9.0.2'}")
          .hasSize(47);
      assertThat(text(seen, "heard")).isEqualTo("{'list':'BAN'}");
      assertThat(text(seen, "afterwards")).isEqualTo("[{'name':'pretend'}]");
      assertThat(router.view().permitted()).isEmpty();
    }
  }

  @Test
  void routeros_api_is_told_of_a_trap_and_takes_it_for_no_answer() throws IOException {
    JsonNode seen = in(new RouterWeather.Trapping(RouterWeather.Trapping.NO_PERMISSION));
    assertThat(text(seen, "sessions")).isEqualTo("'not enough permissions (9)'");
    assertThat(text(seen, "lists")).isEqualTo("'not enough permissions (9)'");
  }

  @Test
  void routeros_api_reads_nothing_where_the_answer_breaks_off() throws IOException {
    for (RouterWeather weather :
        List.of(new RouterWeather.Cut(), new RouterWeather.Cut(1), new RouterWeather.Fatal())) {
      JsonNode seen = in(weather);
      assertThat(seen.get("sessions").isArray()).as("%s: %s", weather, seen).isFalse();
      assertThat(seen.get("lists").isArray()).as("%s: %s", weather, seen).isFalse();
    }
  }

  @Test
  void routeros_api_is_not_let_in_where_nobody_is() throws IOException {
    assertThat(text(in(new RouterWeather.Refusing()), "login"))
        .isEqualTo("'Username or password is invalid'");
    assertThat(text(in(new RouterWeather.Silent()), "login")).isNotEqualTo("'in'");
    assertThat(text(in(new RouterWeather.Mute()), "login")).isNotEqualTo("'in'");
    assertThat(text(in(new RouterWeather.Off()), "login")).isNotEqualTo("'in'");
  }

  @Test
  void routeros_api_reads_a_slow_router_as_any_other() throws IOException {
    JsonNode seen = in(new RouterWeather.Slow(Duration.ofMillis(300)));
    assertThat(text(seen, "sessions")).isEqualTo("[{'name':'alice'}]");
    assertThat(text(seen, "lists")).isEqualTo("[]");
  }

  /** Whoever answers is waited for; whoever does not, a moment. */
  private static List<String> patience(RouterWeather weather) {
    String patient = "20000";
    String hasty = "1500";
    return switch (weather) {
      case RouterWeather.Off _, RouterWeather.Silent _, RouterWeather.Mute _ ->
          List.of(hasty, hasty);
      case RouterWeather.Cut _, RouterWeather.Fatal _ -> List.of(patient, hasty);
      default -> List.of(patient, patient);
    };
  }

  /** What it sees of a router with one session, in this weather. */
  private static JsonNode in(RouterWeather weather) throws IOException {
    try (PretendRouter router = PretendRouter.start(RouterSettings.usual(), _ -> {})) {
      router.dial(Call.of(Account.of("alice", 7), "203.0.113.99").quietly());
      router.weather(weather);
      return witness(router, "weather.mjs", patience(weather));
    }
  }

  private static JsonNode witness(PretendRouter router) throws IOException {
    return witness(router, "witness.mjs", List.of());
  }

  private static JsonNode witness(PretendRouter router, String script, List<String> more)
      throws IOException {
    RouterSettings settings = router.settings();
    List<String> command = new ArrayList<>(List.of("node", script));
    command.addAll(
        List.of(String.valueOf(router.port()), settings.username(), settings.password()));
    command.addAll(more);
    Tools.Run node = Tools.run(FOLDER, command.toArray(String[]::new));
    assertThat(node.exit()).as(node.toString()).isZero();
    return JsonMapper.shared().readTree(node.out());
  }

  private static String text(JsonNode seen, String name) {
    return seen.get(name).toString().replace('"', '\'');
  }
}
