package io.tapgate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  /** Each malformed setting, and a word of what the start must advise. */
  private static final Map<String, Wrong> MALFORMED = new LinkedHashMap<>();

  private record Wrong(String value, String advice) {}

  static {
    wrong("TELEGRAM_TOKEN", SECRET + "-token", "BotFather");
    wrong("TELEGRAM_API_URL", "telegram", "https://host:port");
    wrong("TELEGRAM_PROXY", "ftp://user:" + SECRET + "@proxy", "socks5://");
    wrong("ADMIN_CHATS", "@admin", "write");
    wrong("ROUTER_PORT", "87290", "port from 1 to 65535");
    wrong("ROUTER_TLS", "yes", "verify, pinned or off");
    wrong("ROUTER_FINGERPRINT", "ab:cd", "64 hex digits");
    wrong("DENY_LIST", "de ny", "list name");
    wrong("PERMIT_LIST", "=permit", "list name");
    wrong("PERMANENT_BAN_LIST", "b;an", "list name");
    wrong("UNCONFIRMED_TIMEOUT", "soon", "such as 90s");
    wrong("BAN_TIMEOUT", "1 week", "such as 90s");
    wrong("PERMIT_LEASE", "0", "such as 90s");
    wrong("RETENTION", "-1d", "such as 90s");
    wrong("MAX_UNCONFIRMED_CONNECTIONS", "many", "whole number");
    wrong("NEVER_BAN", "office.example", "203.0.113.0/24");
    wrong("TRUST_ROUTER_CHAT_ID", "maybe", "true or false");
    wrong("HOOK_TOKEN", SECRET, "openssl rand -hex 32");
    wrong("WATCHER_TOKEN", SECRET + " with a blank in it", "openssl rand -hex 32");
    wrong("ADMIN_TOKEN", SECRET + "é".repeat(20), "openssl rand -hex 32");
    wrong("METRICS_TOKEN", SECRET, "openssl rand -hex 32");
    wrong("DATABASE_URL", "postgres://tapgate:" + SECRET + "@db/tapgate", "jdbc:postgresql://");
  }

  private static void wrong(String name, String value, String advice) {
    MALFORMED.put(name, new Wrong(value, advice));
  }

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
  void an_api_without_settings_names_each_that_is_required() {
    String said = refused(Jar.API, Map.of());

    assertThat(REQUIRED).allSatisfy(name -> assertThat(said).contains(name + ""));
    assertThat(complaints(said)).allMatch(line -> line.contains("write "));
  }

  @Test
  void an_api_with_settings_that_are_empty_says_the_same() {
    Map<String, String> empty = new HashMap<>();
    REQUIRED.forEach(name -> empty.put(name, ""));
    empty.put("DATABASE_URL", "");

    String said = refused(Jar.API, empty);

    assertThat(REQUIRED).allSatisfy(name -> assertThat(said).contains(name));
  }

  @Test
  void an_api_names_each_malformed_setting_and_says_what_to_write() {
    Map<String, String> settings = new HashMap<>(Map.of("ROUTER_HOST", "127.0.0.1"));
    settings.put("ROUTER_USERNAME", "tapgate");
    settings.put("ROUTER_PASSWORD", SECRET + "-password");
    MALFORMED.forEach((name, wrong) -> settings.put(name, wrong.value()));

    String said = refused(Jar.API, settings);

    List<String> unmentioned = new ArrayList<>();
    MALFORMED.forEach((name, wrong) -> {
      if (complaints(said).noneMatch(line -> names(line, name) && line.contains(wrong.advice()))) {
        unmentioned.add(name);
      }
    });
    assertThat(unmentioned).as(said).isEmpty();
  }

  /** Those that are looked at once the others are right. */
  static Stream<Map.Entry<String, String>> alone() {
    return Stream.of(
        Map.entry("ROUTER_TLS", "pinned"),
        Map.entry("ROUTER_CA", "/nowhere/ca.pem"),
        Map.entry("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/tapgate"));
  }

  @ParameterizedTest
  @MethodSource("alone")
  void an_api_names_what_can_only_be_seen_later(Map.Entry<String, String> wrong) {
    Map<String, String> settings = new HashMap<>(Stage.empty(Map.of()).settings());
    settings.put("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/tapgate");
    settings.put("DATABASE_PASSWORD", SECRET);
    settings.put(wrong.getKey(), wrong.getValue());

    String said = refused(Jar.API, settings);

    assertThat(said).contains(wrong.getKey());
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

  /** The lines that begin with the name of a setting. */
  private static Stream<String> complaints(String said) {
    return said.lines()
        .map(String::strip)
        .filter(line -> line.matches("[A-Z][A-Z_]+\\b.*"))
        .filter(line -> line.contains("_"))
        .filter(line -> !line.startsWith("APPLICATION"));
  }
}
