package io.tapgate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tapgate.address.CallerAddress;
import io.tapgate.chat.ChatSettings;
import io.tapgate.client.ChatId;
import io.tapgate.client.ClientSettings;
import io.tapgate.connection.ConnectionSettings;
import io.tapgate.connection.RouterId;
import io.tapgate.database.DatabaseSettings;
import io.tapgate.doors.DoorSettings;
import io.tapgate.router.Router;
import io.tapgate.router.RouterSettings;
import io.tapgate.router.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every setting of ours, from its name in the environment to the record that holds it. */
class SettingsTest {
  private static final String SECRET = "s3cr3t-s3cr3t-s3cr3t";
  private static final Map<String, String> GOOD =
      Map.of(
          "HOOK_TOKEN", SECRET + "-hook",
          "WATCHER_TOKEN", SECRET + "-watcher",
          "ADMIN_TOKEN", SECRET + "-admin",
          "METRICS_TOKEN", SECRET + "-metrics",
          "ROUTER_HOST", "192.0.2.1",
          "ROUTER_USERNAME", "tapgate",
          "ROUTER_PASSWORD", SECRET,
          "TELEGRAM_TOKEN", "123456789:" + SECRET + "-s3cr3t-s3cr3t-",
          "DATABASE_PASSWORD", SECRET,
          "DATABASE_URL", "jdbc:postgresql://db/tapgate?user=t&password=" + SECRET);

  @ParameterizedTest
  @MethodSource("allSettings")
  void what_is_written_well_is_taken(Class<?> settings) {
    assertThat(AsWritten.with(GOOD).bind(settings)).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("allSettings")
  void no_settings_show_a_secret(Class<?> settings) {
    assertThat(AsWritten.with(GOOD).bind(settings).toString()).doesNotContain(SECRET);
  }

  @Test
  void a_router_and_its_login_show_no_secret() {
    Router router = AsWritten.with(GOOD).bind(RouterSettings.class).router(new RouterId(1));
    assertThat(router.login().password()).isEqualTo(SECRET);
    assertThat(router.toString()).contains("192.0.2.1").doesNotContain(SECRET);
    assertThat(router.login().toString()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HOOK_TOKEN | | write a secret of 16 to 256",
        "HOOK_TOKEN | comma,comma,comma | no comma, quote, backslash",
        "HOOK_TOKEN | quote\"quote\"quote | no comma, quote, backslash",
        "HOOK_TOKEN | dollar$dollar$dollar | no comma, quote, backslash",
        "HOOK_TOKEN | back\\slash\\slash\\ | no comma, quote, backslash",
        "HOOK_TOKEN | amper&sand&ampersand | no comma, quote, backslash",
        "HOOK_TOKEN | a blank in the middle | no comma, quote, backslash",
        "WATCHER_TOKEN | | write a secret of 16 to 256",
        "ADMIN_TOKEN | | write a secret of 16 to 256",
        "ADMIN_TOKEN | fifteen-letters | write a secret of 16 to 256",
        "ADMIN_TOKEN | sixteen letters! no | write a secret of 16 to 256",
        "ADMIN_TOKEN | пароль-пароль-пароль | write a secret of 16 to 256",
        "METRICS_TOKEN | short | write a secret of 16 to 256",
        "UNCONFIRMED_TIMEOUT | soon | write a duration such as 90s, 5m",
        "UNCONFIRMED_TIMEOUT | 0 | write a duration such as 90s, 5m",
        "UNCONFIRMED_TIMEOUT | never | this one must have an end",
        "RETENTION | never | this one must have an end",
        "RETENTION | 23h | write a duration of at least 1d",
        "AUDIT_RETENTION | never | this one must have an end",
        "AUDIT_RETENTION | 23h | write a duration of at least 1d",
        "RETENTION | 99999d | write a duration of at most 3650d",
        "BAN_TIMEOUT | forever | write a duration such as 90s, 5m",
        "MAX_UNCONFIRMED_CONNECTIONS | 0 | write a whole number from 1 to 1000",
        "MAX_UNCONFIRMED_CONNECTIONS | 1001 | write a whole number from 1 to 1000",
        "MAX_UNCONFIRMED_CONNECTIONS | few | write a whole number",
        "TRUST_ROUTER_CHAT_ID | perhaps | write true or false",
        "ROUTER_NAME | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx | at most 64 characters",
        "ROUTER_HOST | | write the router's host name or address",
        "ROUTER_PORT | 0 | write a port from 1 to 65535",
        "ROUTER_PORT | 65536 | write a port from 1 to 65535",
        "ROUTER_PORT | ssl | write a whole number",
        "ROUTER_USERNAME | | write the name of Tapgate's own user",
        "ROUTER_PASSWORD | | write the password of that user",
        "ROUTER_TLS | on | write verify, pinned or off",
        "ROUTER_FINGERPRINT | abcd | 64 hex digits",
        "DENY_LIST | two words | write a list name",
        "PERMIT_LIST | -x | write a list name",
        "PERMANENT_BAN_LIST | список | write a list name",
        "PERMIT_LEASE | never | this one must have an end",
        "PERMIT_LEASE | 29s | write a duration of at least 30s",
        "PERMIT_LEASE | quarter | write a duration such as 90s, 5m",
        "NEVER_BAN | 10.0.0.1,lan | write addresses or networks such as 203.0.113.0/24",
        "NEVER_BAN | 10.0.0.0/33 | write addresses or networks such as 203.0.113.0/24",
        "ADMIN_CHATS | @alice | write numbers of chats with commas between them",
        "ADMIN_CHATS | 1;2 | write numbers of chats with commas between them",
        "DEFAULT_LANGUAGE | «русский» | write a language such as en or ru",
        "DEFAULT_LANGUAGE | fr | write en or ru",
        "DEFAULT_LANGUAGE | klingon | write en or ru",
        "API_PORT | 0 | write a port from 1 to 65535",
        "API_PORT | 65536 | write a port from 1 to 65535",
        "API_PORT | -1 | write a port from 1 to 65535",
        "API_PORT | http | write a whole number",
        "DATABASE_URL | postgres://db/tapgate | write jdbc:postgresql://HOST:5432/NAME",
      })
  void a_bad_value_is_refused_by_its_name_with_what_to_write(
      String name, String value, String advice) {
    String complaint = complaint(Map.of(name, Optional.ofNullable(value).orElse("")));
    assertThat(complaint)
        .startsWith(name + ": ")
        .contains(advice)
        .doesNotContain(SECRET, "tapgate.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ROUTER_TLS | pinned | ROUTER_FINGERPRINT | '' | ROUTER_TLS=pinned needs ROUTER_FINGERPRINT",
        "DENY_LIST | x | PERMIT_LIST | x | DENY_LIST, PERMIT_LIST and PERMANENT_BAN_LIST",
        "PERMIT_LIST | x | PERMANENT_BAN_LIST | x | DENY_LIST, PERMIT_LIST and PERMANENT_BAN_LIST",
        "HOOK_TOKEN | same-same-same-same | ADMIN_TOKEN | same-same-same-same | HOOK_TOKEN and ADMIN_TOKEN",
      })
  void settings_that_do_not_go_together_are_named_together(
      String one, String value, String other, String otherValue, String complaint) {
    assertThat(complaint(Map.of(one, value, other, otherValue))).startsWith(complaint);
  }

  @Test
  void several_wrong_settings_are_told_at_once() {
    assertThat(complaint(Map.of("ROUTER_HOST", "", "ROUTER_PORT", "0", "DENY_LIST", "a b")).lines())
        .hasSize(3);
  }

  @Test
  void with_nothing_written_the_rest_has_sensible_values() {
    AsWritten plain = AsWritten.with(GOOD);
    ConnectionSettings times = plain.bind(ConnectionSettings.class);
    assertThat(times.timeToAnswer()).isEqualTo(Duration.ofMinutes(5));
    assertThat(plain.bind(ClientSettings.class))
        .isEqualTo(new ClientSettings(3, Span.parse("1h"), false));
    assertThat(plain.bind(ChatSettings.class).admins()).isEmpty();
    RouterSettings router = plain.bind(RouterSettings.class);
    assertThat(router.permitLease()).isEqualTo(Span.parse("15m"));
    assertThat(router.neverBan()).isEmpty();
    assertThat(trust(Map.of())).isEqualTo(new Trust.Verified(Optional.empty()));
  }

  @Test
  void lists_are_written_with_commas() {
    AsWritten lists =
        AsWritten.with(
            with(Map.of("ADMIN_CHATS", "1, -100123", "NEVER_BAN", "10.0.0.0/8, 2001:db8::1")));
    assertThat(lists.bind(ChatSettings.class).admins())
        .containsExactly(new ChatId(1), new ChatId(-100_123));
    assertThat(lists.bind(RouterSettings.class).neverBan())
        .anyMatch(network -> network.contains(CallerAddress.parse("10.1.2.3")))
        .anyMatch(network -> network.contains(CallerAddress.parse("2001:db8::1")));
  }

  @ParameterizedTest
  @CsvSource({
    "HOOK_TOKEN, letters-and.digits_0123:/+=~@%",
    "PERMIT_LEASE, 30s",
    "RETENTION, 1d",
    "AUDIT_RETENTION, 1d",
    "DEFAULT_LANGUAGE, ru",
    "DEFAULT_LANGUAGE, ru_RU",
    "DEFAULT_LANGUAGE, en-GB",
    "API_PORT, 1",
    "API_PORT, 65535",
  })
  void what_is_just_within_the_bounds_is_taken(String name, String value) {
    assertThat(complaint(Map.of(name, value))).isEqualTo("nothing was refused");
  }

  @Test
  void a_ban_may_last_until_it_is_lifted() {
    Map<String, String> never = with(Map.of("BAN_TIMEOUT", "never"));
    assertThat(AsWritten.with(never).bind(ClientSettings.class).ban().length()).isEmpty();
  }

  @Test
  void how_the_router_is_trusted_follows_its_three_settings(@TempDir Path folder)
      throws IOException {
    Path ca = Files.createFile(folder.resolve("ca.pem"));
    String digits = "ab".repeat(32);
    String colons = "AB:".repeat(31) + "AB";
    assertThat(trust(Map.of("ROUTER_TLS", "off"))).isEqualTo(new Trust.Plain());
    assertThat(trust(Map.of("ROUTER_TLS", "pinned", "ROUTER_FINGERPRINT", digits)))
        .isEqualTo(new Trust.Pinned(digits));
    assertThat(trust(Map.of("ROUTER_TLS", "pinned", "ROUTER_FINGERPRINT", colons)))
        .isEqualTo(new Trust.Pinned("AB".repeat(32)));
    assertThat(trust(Map.of("ROUTER_TLS", "verify", "ROUTER_CA", ca.toString())))
        .isEqualTo(new Trust.Verified(Optional.of(ca)));
  }

  @Test
  void never_where_there_must_be_an_end_is_a_fault_of_ours_once_the_start_is_over() {
    assertThatThrownBy(() -> Span.parse("never").bounded())
        .isInstanceOf(IllegalStateException.class);
  }

  static List<Class<?>> allSettings() {
    ClassPathScanningCandidateComponentProvider ours =
        new ClassPathScanningCandidateComponentProvider(false);
    ours.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    Stream<Class<?>> found =
        ours.findCandidateComponents("io.tapgate").stream()
            .map(
                bean -> ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()), null));
    List<Class<?>> all = found.toList();
    assertThat(all).contains(DoorSettings.class, DatabaseSettings.class);
    return all;
  }

  private static Trust trust(Map<String, String> written) {
    return AsWritten.with(with(written)).bind(RouterSettings.class).router(new RouterId(1)).trust();
  }

  /** What a start with these says, having bound everything until something was refused. */
  private static String complaint(Map<String, String> written) {
    AsWritten environment = AsWritten.with(with(written));
    return allSettings().stream()
        .map(settings -> catchThrowable(() -> environment.bind(settings)))
        .flatMap(Stream::ofNullable)
        .map(environment::complaint)
        .findFirst()
        .orElse("nothing was refused");
  }

  private static Map<String, String> with(Map<String, String> written) {
    Map<String, String> all = new HashMap<>(GOOD);
    all.putAll(written);
    return all;
  }
}
