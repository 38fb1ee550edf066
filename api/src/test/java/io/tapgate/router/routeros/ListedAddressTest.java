package io.tapgate.router.routeros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.address.CallerAddress;
import io.tapgate.address.TunnelAddress;
import io.tapgate.connection.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListedAddressTest {
  private static final ListedAddress FOUR = ListedAddress.of(TunnelAddress.parse("10.0.0.1"));
  private static final ListedAddress SIX = ListedAddress.of(CallerAddress.parse("2001:DB8::1"));

  @Test
  void each_family_has_its_own_menus_and_spelling() {
    assertThat(FOUR.listMenu()).isEqualTo("/ip/firewall/address-list");
    assertThat(FOUR.written()).isEqualTo("10.0.0.1");
    assertThat(SIX.listMenu()).isEqualTo("/ipv6/firewall/address-list");
    assertThat(SIX.written()).isEqualTo("2001:db8::1/128");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "10.0.0.1/32"})
  void an_entry_is_recognised_in_both_spellings(String listed) {
    assertThat(FOUR.isSpelled(listed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001:db8::1", "2001:db8::1/128", "2001:DB8:0:0:0:0:0:1/128"})
  void an_ipv6_entry_is_recognised_in_every_spelling(String listed) {
    assertThat(SIX.isSpelled(listed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.11",
        "10.0.0.1/31",
        "10.0.0.1/128",
        "10.0.0.0/24",
        "10.0.0.1-10.0.0.1",
        "router.example",
        "",
        "2001:db8::1"
      })
  void another_address_a_network_or_a_name_is_not_this_address(String listed) {
    assertThat(FOUR.isSpelled(listed)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001:db8::11", "2001:db8::/64", "2001:db8::1/32", "::1", "fe80::1%eth0"})
  void another_ipv6_address_or_network_is_not_this_address(String listed) {
    assertThat(SIX.isSpelled(listed)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1:53, true",
    "10.0.0.1, true",
    "10.0.0.1/32:53, true",
    "10.0.0.11:53, false",
    "110.0.0.1:53, false",
    "192.168.1.1:10001, false"
  })
  void the_end_of_a_connection_is_compared_without_its_port(String end, boolean is) {
    assertThat(FOUR.isEnd(end)).isEqualTo(is);
  }

  @ParameterizedTest
  @CsvSource({
    "[2001:db8::1]:53, true",
    "2001:db8::1/128:53, true",
    "2001:db8::1/128, true",
    "2001:db8::1:53, true",
    "2001:db8::1, true",
    "[2001:db8::2]:53, false",
    "2001:db8::2/128:53, false",
    "[, false"
  })
  void an_ipv6_end_carries_its_port_in_several_ways(String end, boolean is) {
    assertThat(SIX.isEnd(end)).isEqualTo(is);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1\n=list=PERMIT",
        "10.0.0.1 or",
        "10.1",
        "010.0.0.1",
        "0xa.0.0.1",
        "10.0.0.0/8",
        "router.example",
        "١٠.0.0.1",
        "fe80::1%eth0",
        "::ffff:10.0.0.1",
        "",
        "=",
        "["
      })
  void no_hostile_text_becomes_an_address(String text) {
    assertThatThrownBy(() -> TunnelAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CallerAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "1", "*1,*2", "*1\n", "*G", "**1", "* 1", "[find]", "", "*11111111111111111"})
  void no_hostile_text_becomes_an_item_id(String text) {
    assertThatThrownBy(() -> new ItemId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x81\n=.id=*1", "a b", "a=b", "a,b", "[find]", "é"})
  void no_hostile_text_becomes_a_session_id(String text) {
    assertThatThrownBy(() -> new SessionId(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
