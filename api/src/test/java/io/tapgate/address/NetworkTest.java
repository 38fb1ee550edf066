package io.tapgate.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 203.0.113.0,     203.0.113.255,   203.0.112.255, 203.0.114.0",
    "203.0.113.9/24, 203.0.113.0,     203.0.113.255,   203.0.112.255, 203.0.114.0",
    "10.0.0.0/8,     10.0.0.0,        10.255.255.255,  9.255.255.255, 11.0.0.0",
    "10.0.0.4/30,    10.0.0.4,        10.0.0.7,        10.0.0.3,      10.0.0.8",
    "10.0.0.4/32,    10.0.0.4,        10.0.0.4,        10.0.0.3,      10.0.0.5",
    "10.0.0.4,       10.0.0.4,        10.0.0.4,        10.0.0.3,      10.0.0.5",
    "2001:db8::/32,  2001:db8::,      2001:db8:ffff::, 2001:db7::,    2001:db9::",
    "2001:db8::1,    2001:db8::1,     2001:db8::1,     2001:db8::,    2001:db8::2",
    "2001:db8::/127, 2001:db8::,      2001:db8::1,     2001:db8::2,   2001:db7::",
  })
  void a_network_begins_and_ends_where_it_says(
      String text, String first, String last, String before, String after) {
    Network network = Network.parse(text);
    assertThat(contains(network, first)).isTrue();
    assertThat(contains(network, last)).isTrue();
    assertThat(contains(network, before)).isFalse();
    assertThat(contains(network, after)).isFalse();
  }

  @Test
  void a_prefix_of_zero_is_everybody_of_one_kind() {
    assertThat(contains(Network.parse("0.0.0.0/0"), "203.0.113.7")).isTrue();
    assertThat(contains(Network.parse("0.0.0.0/0"), "::1")).isFalse();
    assertThat(contains(Network.parse("::/0"), "2001:db8::7")).isTrue();
    assertThat(contains(Network.parse("::/0"), "203.0.113.7")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/33",
        "::/129",
        "10.0.0.0/999",
        "10.0.0.0/1000",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/",
        "/24",
        "/",
        "",
        " ",
        "10.0.0.0/8/8",
        "10.0.0.0/ 8",
        "10.0.0.0/a",
        "10.0.0/8",
        "10.0.0.0/255.0.0.0",
        "10.0.0.0-10.0.0.9",
        "lan",
        "lan/24",
        "10.0.0.0/٨",
        "10.0.0.0/8\n"
      })
  void what_is_no_network_is_refused(String text) {
    assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_refusal_says_how_long_a_prefix_may_be() {
    assertThatThrownBy(() -> Network.parse("10.0.0.0/33")).hasMessageContaining("from /0 to /32");
    assertThatThrownBy(() -> Network.parse("::/129")).hasMessageContaining("from /0 to /128");
  }

  @Test
  void an_admin_is_told_what_to_write() {
    NetworkConverter converter = new NetworkConverter();
    assertThat(converter.convert(" 203.0.113.0/24 ")).isEqualTo(Network.parse("203.0.113.0/24"));
    assertThatThrownBy(() -> converter.convert("lan"))
        .hasMessage(
            "\"lan\" is not an IP address; write addresses or networks such as 203.0.113.0/24");
  }

  /** Against the same question asked of whole numbers. */
  @Test
  void any_network_holds_exactly_the_addresses_that_share_its_prefix() throws UnknownHostException {
    Random random = new Random(45);
    for (int round = 0; round < 4_000; round++) {
      int bytes = random.nextBoolean() ? 4 : 16;
      InetAddress base = draw(random, bytes);
      int prefix = random.nextInt(bytes * 8 + 1);
      InetAddress other = near(random, base);
      Network network = Network.parse(Literal.print(base) + "/" + prefix);
      boolean shares = head(base, prefix).equals(head(other, prefix));
      assertThat(network.contains(new CallerAddress(other)))
          .as("%s/%d holds %s", base, prefix, other)
          .isEqualTo(shares);
    }
  }

  private static boolean contains(Network network, String address) {
    return network.contains(CallerAddress.parse(address));
  }

  private static BigInteger head(InetAddress address, int prefix) {
    byte[] bytes = address.getAddress();
    return new BigInteger(1, bytes).shiftRight(bytes.length * 8 - prefix);
  }

  private static InetAddress draw(Random random, int length) throws UnknownHostException {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return InetAddress.getByAddress(bytes);
  }

  /** One bit away. */
  private static InetAddress near(Random random, InetAddress address) throws UnknownHostException {
    byte[] bytes = address.getAddress();
    int bit = random.nextInt(bytes.length * 8);
    bytes[bit / 8] ^= (byte) (0x80 >> (bit % 8));
    return InetAddress.getByAddress(bytes);
  }
}
