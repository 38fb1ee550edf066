package io.tapgate.doors;

import static io.tapgate.doors.DoorSettingsFixture.ADMIN;
import static io.tapgate.doors.DoorSettingsFixture.HOOK;
import static io.tapgate.doors.DoorSettingsFixture.METRICS;
import static io.tapgate.doors.DoorSettingsFixture.WATCHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static final String OTHER_HOOK = "another-router's-key";
  private final Map<KeyDigest, Long> routers =
      Map.of(KeyDigest.of(HOOK), 1L, KeyDigest.of(OTHER_HOOK), 2L);
  private final Keys keys = new Keys(() -> routers, DoorSettingsFixture.doors());

  @Test
  void each_key_belongs_to_one_visitor() {
    assertThat(keys.holder(WATCHER)).contains(new Visitor.Watcher());
    assertThat(keys.holder(ADMIN)).contains(new Visitor.Admin());
    assertThat(keys.holder(METRICS)).contains(new Visitor.Metrics());
  }

  @Test
  void a_hook_key_says_which_router_it_is() {
    assertThat(keys.holder(HOOK)).contains(new Visitor.Hook(1));
    assertThat(keys.holder(OTHER_HOOK)).contains(new Visitor.Hook(2));
  }

  @Test
  void each_visitor_has_a_role_of_its_own() {
    assertThat(
            new Visitor[] {
              new Visitor.Hook(1), new Visitor.Watcher(), new Visitor.Admin(), new Visitor.Metrics()
            })
        .extracting(Visitor::role)
        .containsExactly(Visitor.Role.values());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "watcher", "Watcher-watcher-watcher", "watcher-watcher-watcher "})
  void a_wrong_key_is_nobodys(String key) {
    assertThat(keys.holder(key)).isEmpty();
  }

  @Test
  void without_a_metrics_token_nothing_opens_that_door() {
    Keys without = new Keys(() -> routers, DoorSettingsFixture.withoutMetrics());
    assertThat(without.holder("")).isEmpty();
    assertThat(without.holder(METRICS)).isEmpty();
    assertThat(without.holder(ADMIN)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "same, same, c, d, HOOK_TOKEN and WATCHER_TOKEN",
    "same, b, same, d, HOOK_TOKEN and ADMIN_TOKEN",
    "same, b, c, same, HOOK_TOKEN and METRICS_TOKEN",
    "a, same, same, d, WATCHER_TOKEN and ADMIN_TOKEN",
    "a, same, c, same, WATCHER_TOKEN and METRICS_TOKEN",
    "a, b, same, same, ADMIN_TOKEN and METRICS_TOKEN",
  })
  void one_secret_for_two_doors_is_refused_by_both_names(
      String hook, String watcher, String admin, String metrics, String both) {
    assertThatThrownBy(() -> new DoorSettings(hook, watcher, admin, metrics))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(both + " are the same secret: write a different one into each")
        .hasMessageNotContaining("same,");
  }

  @Test
  void what_is_not_set_is_not_the_same_secret() {
    assertThat(new DoorSettings("", "", "", "").metricsToken()).isEmpty();
  }
}
