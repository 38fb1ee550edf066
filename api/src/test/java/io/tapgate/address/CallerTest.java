package io.tapgate.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

  @ParameterizedTest
  @CsvSource({"203.0.113.7, 203.0.113.7", "2001:DB8:0::7, 2001:db8::7"})
  void an_address_can_be_banned(String text, String normal) {
    Caller caller = Caller.parse(text);
    assertThat(caller).hasToString(normal);
    assertThat(caller.bannable()).contains(CallerAddress.parse(normal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aa:bb:cc:0d:ee:ff", "AA-BB-CC-0D-EE-FF", "Aa:bB:Cc:0D:eE:Ff"})
  void a_device_can_only_be_shown(String text) {
    Caller caller = Caller.parse(text);
    assertThat(caller).isEqualTo(new Caller.Device("AA:BB:CC:0D:EE:FF"));
    assertThat(caller).hasToString("AA:BB:CC:0D:EE:FF");
    assertThat(caller.bannable()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "aabbcc0deeff",
        "aa:bb:cc:0d:ee",
        "aa:bb:cc:0d:ee:ff:00",
        "aa:bb:cc:0d:ee:fg",
        "aa:bb:cc:0d:ee:f",
        "aa.bb.cc.0d.ee.ff",
        " aa:bb:cc:0d:ee:ff",
        "aa:bb:cc:0d:ee:ff\n",
        "aabb.cc0d.eeff",
        "dial-in",
        "0",
        "203.0.113.0/24"
      })
  void anything_else_is_refused(String text) {
    assertThatThrownBy(() -> Caller.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_address_is_never_taken_for_a_device() {
    assertThat(Caller.parse("11:22:33:44:55:66:77:88")).isInstanceOf(Caller.At.class);
    assertThat(Caller.parse("11:22:33:44:55::66")).isInstanceOf(Caller.At.class);
    assertThat(Caller.parse("11:22:33:44:55:66")).isInstanceOf(Caller.Device.class);
  }
}
