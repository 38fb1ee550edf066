package io.tapgate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A start with a setting missing or malformed: it ends, says which one and what to write there, and
 * shows no secret. The api says everything that is wrong at once, so a few starts see to all.
 */
@ExtendWith(ShowLogs.class)
class StartStory {
  private static final String SECRET = "s3cret";

  /** A malformed setting, and a word of what the start must advise. */
  record Wrong(String name, String value, String advice) {}

  private static final List<String> REQUIRED =
      List.of(
          "TELEGRAM_TOKEN",
          "ROUTER_HOST",
          "ROUTER_USERNAME",
          "ROUTER_PASSWORD",
          "HOOK_TOKEN",
          "WATCHER_TOKEN",
          "ADMIN_TOKEN");

  @Test
  void an_api_names_each_setting_that_is_required_and_missing_or_empty() {
    String said =
        refused(Jar.API, Map.of("TELEGRAM_TOKEN", "", "HOOK_TOKEN", "", "ROUTER_HOST", ""));

    assertThat(REQUIRED)
        .allSatisfy(name ->
            assertThat(complaints(said))
                .anyMatch(line -> names(line, name) && line.contains("write ")));
  }

  /** Of settings that are read together, one that is no number or duration hides the others. */
  static Stream<List<Wrong>> malformed() {
    return Stream.of(
        List.of(
            new Wrong("TELEGRAM_TOKEN", SECRET + "-token", "BotFather"),
            new Wrong("TELEGRAM_API_URL", "telegram", "https://host:port"),
            new Wrong("TELEGRAM_PROXY", "ftp://user:" + SECRET + "@proxy", "socks5://"),
            new Wrong("TELEGRAM_NETWORKS_URL", "http://core.telegram.org", "https://, or none"),
            new Wrong("ADMIN_CHATS", "@admin", "numbers"),
            new Wrong("ROUTER_PORT", "87290", "port from 1 to 65535"),
            new Wrong("ROUTER_TLS", "yes", "verify, pinned or off"),
            new Wrong("ROUTER_FINGERPRINT", "ab:cd", "64 hex digits"),
            new Wrong("DENY_LIST", "de ny", "list name"),
            new Wrong("PERMIT_LIST", "=permit", "list name"),
            new Wrong("PERMANENT_BAN_LIST", "b;an", "list name"),
            new Wrong("UNCONFIRMED_TIMEOUT", "soon", "such as 90s"),
            new Wrong("MAX_UNCONFIRMED_CONNECTIONS", "0", "from 1 to 1000"),
            new Wrong("HOOK_TOKEN", SECRET, "openssl rand -hex 32"),
            new Wrong("WATCHER_TOKEN", SECRET + " with a blank in it", "openssl rand -hex 32"),
            new Wrong("ADMIN_TOKEN", SECRET + "\u00e9".repeat(20), "openssl rand -hex 32"),
            new Wrong("METRICS_TOKEN", SECRET + "-short", "openssl rand -hex 32"),
            new Wrong(
                "DATABASE_URL",
                "postgres://tapgate:" + SECRET + "@db/tapgate",
                "jdbc:postgresql:")),
        List.of(
            new Wrong("ROUTER_PORT", "api", "whole number"),
            new Wrong("BAN_TIMEOUT", "1 week", "such as 90s"),
            new Wrong("RETENTION", "-1d", "such as 90s"),
            new Wrong("METRICS_TOKEN", Keys.HOOK, "a different one")),
        List.of(
            new Wrong("PERMIT_LEASE", "0", "such as 90s"),
            new Wrong("TRUST_ROUTER_CHAT_ID", "maybe", "true or false"),
            new Wrong("UNCONFIRMED_TIMEOUT", "never", "must have an end")),
        List.of(
            new Wrong("NEVER_BAN", "office.example", "203.0.113.0/24"),
            new Wrong("RETENTION", "never", "must have an end"),
            new Wrong("MAX_UNCONFIRMED_CONNECTIONS", "many", "whole number")),
        List.of(new Wrong("ROUTER_TLS", "pinned", "ROUTER_FINGERPRINT")),
        List.of(new Wrong("ROUTER_CA", "/nowhere/ca.pem", "path of the CA certificate")),
        List.of(new Wrong("PERMIT_LEASE", "never", "must have an end")));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void an_api_names_each_malformed_setting_and_says_what_to_write(List<Wrong> wrongs) {
    Map<String, String> settings = settings();
    wrongs.forEach(wrong -> settings.put(wrong.name(), wrong.value()));

    String said = refused(Jar.API, settings);

    assertThat(wrongs)
        .allSatisfy(wrong ->
            assertThat(complaints(said))
                .anyMatch(line -> names(line, wrong.name()) && line.contains(wrong.advice())));
  }

  @Test
  void an_api_whose_database_is_not_there_says_where_it_is_named() {
    Map<String, String> settings = settings();
    settings.put("DATABASE_PASSWORD", SECRET);

    assertThat(refused(Jar.API, settings))
        .contains("the database does not answer: Connection to 127.0.0.1:1 refused")
        .contains("DATABASE_URL");
  }

  /** All that is required, and a database that nobody runs. */
  private static Map<String, String> settings() {
    try (Stage stage = Stage.empty(Map.of())) {
      Map<String, String> settings = new HashMap<>(stage.settings());
      settings.put("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/tapgate");
      return settings;
    }
  }

  @Test
  void a_watcher_without_settings_names_each_that_is_required() {
    String said = refused(Jar.WATCHER, Map.of());

    assertThat(said).contains("TELEGRAM_TOKEN", "WATCHER_TOKEN", "write ");
  }

  @Test
  void a_watcher_names_each_malformed_setting_and_says_what_to_write() {
    String said =
        refused(
            Jar.WATCHER,
            Map.of(
                "TELEGRAM_TOKEN",
                SECRET,
                "TELEGRAM_API_URL",
                "telegram",
                "TELEGRAM_PROXY",
                "ftp://user:" + SECRET + "@proxy",
                "WATCHER_TOKEN",
                SECRET + " é",
                "API_URL",
                "api:8080",
                "WATCHER_PORT",
                "eighty"));

    assertThat(said)
        .contains("TELEGRAM_TOKEN", "TELEGRAM_API_URL", "TELEGRAM_PROXY")
        .contains("WATCHER_TOKEN", "API_URL", "WATCHER_PORT");
  }

  @Test
  void a_playground_names_the_setting_it_cannot_use() {
    Map<String, String> settings = new HashMap<>();
    settings.put("TELEGRAM_TOKEN", "1:abc");
    settings.put("ROUTER_PASSWORD", SECRET);
    settings.put("HOOK_TOKEN", SECRET);
    settings.put("PLAYGROUND_PORT", "0");
    settings.put("PLAYGROUND_ROUTER_PORT", "0");
    Map.of(
            "TELEGRAM_TOKEN", SECRET,
            "ROUTER_PASSWORD", "",
            "HOOK_TOKEN", " ",
            "PLAYGROUND_PORT", "x",
            "API_URL", "api",
            "ADMIN_CHATS", "me")
        .forEach((name, value) -> {
          Map<String, String> one = new HashMap<>(settings);
          one.put(name, value);
          assertThat(refused(Jar.PLAYGROUND, one)).contains(name);
        });
  }

  /** Starts, and ends by itself with a word about it. Gives everything it said. */
  private static String refused(Jar jar, Map<String, String> settings) {
    Part part = Part.start(jar, settings);
    assertThat(part.exitCode()).isNotZero();
    String said = part.said();
    assertThat(said).doesNotContain(SECRET);
    assertThat(said).doesNotContainPattern("(?m)^\\s+at [a-z]+\\.");
    return said;
  }

  private static boolean names(String line, String name) {
    return line.matches(".*\\b" + name + "\\b.*");
  }

  /** The lines that are about settings. */
  private static List<String> complaints(String said) {
    return said.lines()
        .map(String::strip)
        .filter(line -> line.matches("[A-Z][A-Z_]{5,}\\b.*"))
        .toList();
  }
}
