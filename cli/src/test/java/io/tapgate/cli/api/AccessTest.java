package io.tapgate.cli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which address and key count, and that no key goes where it does not belong. */
class AccessTest {
  private static final Map<String, String> INSTALLATION =
      Map.of("API_URL", "http://127.0.0.1:9000", "ADMIN_TOKEN", "installed");

  private static final Access OWN = new Access("https://own.example.com", "mine", "config");

  private static Access found(Map<String, String> environment) {
    return Access.find(environment, () -> Optional.of(OWN));
  }

  private static Map<String, String> also(String name, String value) {
    Map<String, String> more = new HashMap<>(INSTALLATION);
    more.put(name, value);
    return more;
  }

  @Test
  void the_installation_goes_before_the_own_file_and_that_before_this_machine() {
    assertThat(found(INSTALLATION)).isEqualTo(access("http://127.0.0.1:9000", "installed"));
    assertThat(found(Map.of("API_PORT", "9001", "ADMIN_TOKEN", "x")).url()).endsWith(":9001");
    assertThat(found(Map.of())).isEqualTo(OWN);
    assertThat(Access.find(Map.of(), Optional::empty).url()).isEqualTo("http://127.0.0.1:8080");
  }

  private static Access access(String url, String key) {
    return new Access(url, key, "ADMIN_TOKEN");
  }

  @Test
  void a_key_that_is_given_goes_anywhere() {
    assertThat(found(also("TAPGATE_API_KEY", "given")).key()).isEqualTo("given");
  }

  @Test
  void where_both_are_given_nothing_else_is_looked_at() {
    Map<String, String> both =
        Map.of("TAPGATE_URL", "https://t.example.com", "TAPGATE_API_KEY", "given");
    Access access =
        Access.find(
            both,
            () -> {
              throw new AssertionError("the own file was read");
            });
    assertThat(access).isEqualTo(new Access("https://t.example.com", "given", "TAPGATE_API_KEY"));
  }

  @Test
  void an_address_that_cannot_be_right_is_looked_for_where_it_stands() {
    assertThatThrownBy(() -> found(also("API_URL", "tapgate.example.com")))
        .hasMessageContaining("beside the key in ADMIN_TOKEN");
    assertThatThrownBy(() -> new Access("", "mine", "/home/a/.config/tapgate/config"))
        .hasMessageContaining("beside the key in /home/a/.config/tapgate/config");
  }

  @Test
  void another_address_does_not_get_the_installations_key() {
    assertThat(found(also("TAPGATE_URL", "https://elsewhere.example.com")).key()).isEmpty();
    assertThat(found(also("TAPGATE_URL", "https://own.example.com/")).key()).isEqualTo("mine");
    assertThat(found(also("TAPGATE_URL", "http://127.0.0.1:9000")).key()).isEqualTo("installed");
  }

  @Test
  void an_address_that_cannot_be_right_is_refused_without_being_shown() {
    assertThatThrownBy(() -> found(Map.of("TAPGATE_URL", "https://me:hunter2@x")))
        .hasMessageContaining("TAPGATE_URL")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void an_access_that_is_printed_shows_no_key() {
    assertThat(OWN.toString()).doesNotContain("mine");
  }
}
