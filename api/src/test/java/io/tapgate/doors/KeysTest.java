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
  private static final Visitor.Admin ENVIRONMENT = new Visitor.Admin(1, Scope.ADMIN);
  private static final String OTHER_HOOK = "another-router's-key";
  private final Map<KeyDigest, Long> routers =
      Map.of(KeyDigest.of(HOOK), 1L, KeyDigest.of(OTHER_HOOK), 2L);
  private final ApiKeysInMemory apiKeys = new ApiKeysInMemory();
  private final Keys keys = new Keys(() -> routers, apiKeys, DoorSettingsFixture.doors());

  @Test
  void each_key_belongs_to_one_visitor() {
    assertThat(keys.holder(WATCHER)).isEqualTo(new Keys.Holder.Known(new Visitor.Watcher()));
    assertThat(keys.holder(ADMIN)).isEqualTo(new Keys.Holder.Known(ENVIRONMENT));
    assertThat(keys.holder(METRICS)).isEqualTo(new Keys.Holder.Known(new Visitor.Metrics()));
  }

  @Test
  void a_hook_key_says_which_router_it_is() {
    assertThat(keys.holder(HOOK)).isEqualTo(new Keys.Holder.Known(new Visitor.Hook(1)));
    assertThat(keys.holder(OTHER_HOOK)).isEqualTo(new Keys.Holder.Known(new Visitor.Hook(2)));
  }

  @Test
  void a_key_of_the_admin_api_reaches_as_far_as_its_scope() {
    assertThat(new Visitor.Admin(2, Scope.READ).roles()).containsExactly(Visitor.Role.READ);
    assertThat(new Visitor.Admin(2, Scope.OPERATE).roles())
        .containsExactly(Visitor.Role.READ, Visitor.Role.OPERATE);
    assertThat(new Visitor.Admin(2, Scope.ADMIN).roles())
        .containsExactly(Visitor.Role.READ, Visitor.Role.OPERATE, Visitor.Role.ADMIN);
  }

  @Test
  void no_other_key_has_a_role_of_the_admin_api() {
    assertThat(new Visitor.Hook(1).roles()).containsExactly(Visitor.Role.HOOK);
    assertThat(new Visitor.Watcher().roles()).containsExactly(Visitor.Role.WATCHER);
    assertThat(new Visitor.Metrics().roles()).containsExactly(Visitor.Role.METRICS);
  }

  @Test
  void a_key_of_the_admin_api_is_looked_up() {
    Visitor.Admin bob = new Visitor.Admin(7, Scope.OPERATE);
    apiKeys.has("tg_bob", new ApiKeys.Found.Valid(bob));
    apiKeys.has("tg_eve", new ApiKeys.Found.Over("ran out"));
    assertThat(keys.holder("tg_bob")).isEqualTo(new Keys.Holder.Known(bob));
    assertThat(keys.holder("tg_eve")).isEqualTo(new Keys.Holder.Over("ran out"));
    assertThat(keys.holder("tg_nobody")).isEqualTo(new Keys.Holder.Nobody());
  }

  @Test
  void what_looks_like_no_key_of_the_admin_api_is_not_looked_up() {
    apiKeys.has("bob", new ApiKeys.Found.Valid(ENVIRONMENT));
    assertThat(keys.holder("bob")).isEqualTo(new Keys.Holder.Nobody());
  }

  @Test
  void the_use_of_the_admin_token_is_noted() {
    keys.holder(WATCHER);
    assertThat(apiKeys.used()).isEmpty();
    keys.holder(ADMIN);
    assertThat(apiKeys.used()).containsExactly(ENVIRONMENT.key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "watcher", "Watcher-watcher-watcher", "watcher-watcher-watcher "})
  void a_wrong_key_is_nobodys(String key) {
    assertThat(keys.holder(key)).isEqualTo(new Keys.Holder.Nobody());
  }

  @Test
  void without_a_metrics_token_nothing_opens_that_door() {
    Keys without = new Keys(() -> routers, apiKeys, DoorSettingsFixture.withoutMetrics());
    assertThat(without.holder("")).isEqualTo(new Keys.Holder.Nobody());
    assertThat(without.holder(METRICS)).isEqualTo(new Keys.Holder.Nobody());
    assertThat(without.holder(ADMIN)).isEqualTo(new Keys.Holder.Known(ENVIRONMENT));
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
