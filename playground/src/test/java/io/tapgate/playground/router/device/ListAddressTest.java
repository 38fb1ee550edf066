package io.tapgate.playground.router.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListAddressTest {
  @ParameterizedTest
  @CsvSource({
    "10.8.0.2, 10.8.0.2",
    "10.8.0.2/32, 10.8.0.2",
    "10.8.0.77/24, 10.8.0.0/24",
    "1.2.3.4/0, 0.0.0.0/0",
    "10.0.0.9/30, 10.0.0.8/30",
    "10.0.0.1-10.0.0.9, 10.0.0.1-10.0.0.9",
    "10.0.0.1-10.0.0.1, 10.0.0.1",
    "vpn.example.org, vpn.example.org",
  })
  void the_lists_for_four_keep_a_normal_form(String typed, String kept) {
    assertThat(ListAddress.normal(Family.FOUR, typed)).contains(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "FD00:0:0:0:0:0:0:2, fd00::2/128",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1/128",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1/128",
    "::, ::/128",
    "::1, ::1/128",
    "1::, 1::/128",
    "fd00:10:0::1/64, fd00:10::/64",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3/128",
    "10:0:0:100:0:0:1:1, 10::100:0:0:1:1/128",
  })
  void the_lists_for_six_keep_a_normal_form(String typed, String kept) {
    assertThat(ListAddress.normal(Family.SIX, typed)).contains(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.8.0",
        "10.8.0.256",
        "10.8.0.2/33",
        "10.8.0.2/",
        "10.8.0.2/x",
        "::ffff:10.8.0.2",
        "fd00::2",
        "10.8.0.2 ",
        "a b",
        "1.2.3.4-9",
        "10.8.0.2\n"
      })
  void the_lists_for_four_refuse_the_rest(String typed) {
    assertThat(ListAddress.normal(Family.FOUR, typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.8.0.2", "::ffff:10.8.0.2", "fd00::2/129", "fe80::1%eth0", "g::1"})
  void the_lists_for_six_refuse_the_rest(String typed) {
    assertThat(ListAddress.normal(Family.SIX, typed)).isEmpty();
  }

  @Test
  void a_network_holds_its_addresses() {
    assertThat(ListAddress.holds(Family.FOUR, "10.8.0.0/24", "10.8.0.200")).isTrue();
    assertThat(ListAddress.holds(Family.FOUR, "10.8.0.0/24", "10.8.1.0")).isFalse();
    assertThat(ListAddress.holds(Family.SIX, "fd00::/64", "fd00::9")).isTrue();
    assertThat(ListAddress.holds(Family.FOUR, "vpn.example.org", "10.8.0.1")).isFalse();
  }
}
