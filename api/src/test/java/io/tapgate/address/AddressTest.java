package io.tapgate.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both types of address read and write the one spelling. */
class AddressTest {
  private static final int ROUNDS = 2_000;

  @ParameterizedTest
  @ValueSource(strings = {"10.9.0.5", "0.0.0.0", "255.255.255.255", "203.0.113.7", "127.0.0.1"})
  void dotted_quads_have_one_spelling(String text) {
    assertThat(TunnelAddress.parse(text)).hasToString(text);
    assertThat(CallerAddress.parse(text)).hasToString(text);
    assertThat(TunnelAddress.parse(text).isSix()).isFalse();
    assertThat(CallerAddress.parse(text).isSix()).isFalse();
  }

  /** The examples of RFC 5952, sections 1 to 5. */
  @ParameterizedTest
  @CsvSource({
    "2001:db8:0:0:1:0:0:1,     2001:db8::1:0:0:1",
    "2001:0db8:0:0:1:0:0:1,    2001:db8::1:0:0:1",
    "2001:db8::1:0:0:1,        2001:db8::1:0:0:1",
    "2001:db8::0:1:0:0:1,      2001:db8::1:0:0:1",
    "2001:0db8::1:0:0:1,       2001:db8::1:0:0:1",
    "2001:db8:0:0:1::1,        2001:db8::1:0:0:1",
    "2001:DB8:0:0:1::1,        2001:db8::1:0:0:1",
    "2001:db8:aaaa:bbbb:cccc:dddd:eeee:0001, 2001:db8:aaaa:bbbb:cccc:dddd:eeee:1",
    "2001:db8:0:0:0::1,        2001:db8::1",
    "2001:db8:0:1:1:1:1:1,     2001:db8:0:1:1:1:1:1",
    "2001:db8::1:1:1:1:1,      2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1,       2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:0,     2001:db8:0:0:1::",
    "0:0:0:0:0:0:0:0,          ::",
    "0:0:0:0:0:0:0:1,          ::1",
    "1:0:0:0:0:0:0:0,          1::",
    "FE80::ABCD,               fe80::abcd",
    "::192.0.2.1,              ::c000:201",
    "64:ff9b::192.0.2.33,      64:ff9b::c000:221",
  })
  void every_spelling_of_an_ipv6_address_becomes_the_one(String text, String normal) {
    assertThat(TunnelAddress.parse(text)).hasToString(normal);
    assertThat(CallerAddress.parse(text))
        .hasToString(normal)
        .isEqualTo(CallerAddress.parse(normal));
    assertThat(TunnelAddress.parse(text).isSix()).isTrue();
    assertThat(CallerAddress.parse(text).isSix()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t",
        "\0",
        "10.9.0.5\0",
        "10.9.0.5\n",
        " 10.9.0.5",
        "10.9.0.5 ",
        "10.1",
        "10",
        "167772161",
        "0x0a.9.0.5",
        "010.9.0.5",
        "10.09.0.5",
        "10.9.0.05",
        "10.9.0.00",
        "10.9.0.256",
        "10.9.0.-5",
        "10.9.0.5.6",
        "10.9.0.",
        ".10.9.0",
        "10..0.5",
        "10.9.0.5.",
        "10.9.0.5/32",
        "10.9.0.0/24",
        "10.9.0.5-10.9.0.9",
        "10.9.0.5:443",
        "10.9.0.5,10.9.0.6",
        "::ffff:10.9.0.5",
        "::FFFF:0a09:0005",
        "0:0:0:0:0:ffff:a09:5",
        "fe80::1%eth0",
        "fe80::1%1",
        "[::1]",
        "[10.9.0.5]",
        "2001:db8::/32",
        "::1/128",
        "1::2::3",
        ":::",
        ":",
        "::1:",
        ":1::",
        "12345::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "g::",
        "localhost",
        "router.lan",
        "example.com",
        "a",
        "abc",
        "face",
        "de:ad",
        "١٠.٩.٠.٥",
        "１０.9.0.5",
        "10。9。0。5",
        "10.9.0.5\u200b",
        "\u202e5.0.9.01",
        "10.9.0.5;/system/reset",
        "=.id=*1",
        "AA:BB:CC:DD:EE:FF"
      })
  void what_is_no_literal_in_normal_form_is_refused(String text) {
    assertThatThrownBy(() -> TunnelAddress.parse(text))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("is not an IP address");
    assertThatThrownBy(() -> CallerAddress.parse(text))
        .isExactlyInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_endless_text_is_refused_and_not_repeated_in_full() {
    assertThatThrownBy(() -> TunnelAddress.parse("1".repeat(1_000_000)))
        .extracting(Throwable::getMessage)
        .asString()
        .hasSizeLessThan(80);
  }

  @Test
  void the_longest_literal_there_is_is_read() {
    String longest = "0000:0000:0000:0000:0000:fffe:255.255.255.255";
    assertThat(longest).hasSize(45);
    assertThat(TunnelAddress.parse(longest)).hasToString("::fffe:ffff:ffff");
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void any_address_is_written_and_read_again_as_itself(int bytes) throws UnknownHostException {
    Random random = new Random(42);
    for (int round = 0; round < ROUNDS; round++) {
      TunnelAddress address = new TunnelAddress(draw(random, bytes));
      assertThat(TunnelAddress.parse(address.toString())).isEqualTo(address);
      assertThat(address.toString()).isEqualTo(address.toString().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void any_spelling_of_an_ipv6_address_means_the_same() throws UnknownHostException {
    Random random = new Random(43);
    for (int round = 0; round < ROUNDS; round++) {
      InetAddress address = draw(random, 16);
      String spelledOut = address.getHostAddress();
      String shouted = spelledOut.toUpperCase(Locale.ROOT);
      assertThat(CallerAddress.parse(shouted)).isEqualTo(new CallerAddress(address));
      assertThat(CallerAddress.parse(spelledOut).toString()).isEqualTo(Literal.print(address));
    }
  }

  @Test
  void any_rubbish_is_either_an_address_or_refused_in_words() {
    Random random = new Random(44);
    String letters = "0123456789abcdefABCDEF.:/%[] xg-";
    for (int round = 0; round < 20 * ROUNDS; round++) {
      String text = rubbish(random, letters);
      try {
        String normal = TunnelAddress.parse(text).toString();
        assertThat(TunnelAddress.parse(normal)).hasToString(normal);
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageEndingWith("is not an IP address");
      }
    }
  }

  static int[] lengths() {
    return new int[] {4, 16};
  }

  private static String rubbish(Random random, String letters) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(18); left > 0; left--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  /** Half of the groups are zero, so that there is something to compress. */
  private static InetAddress draw(Random random, int length) throws UnknownHostException {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    for (int i = 0; i < length; i += 2) {
      if (random.nextBoolean()) {
        bytes[i] = 0;
        bytes[i + 1] = 0;
      }
    }
    return InetAddress.getByAddress(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0", "::", "224.0.0.1", "239.255.255.255", "ff02::1", "255.255.255.255"})
  void an_address_that_no_client_can_have_is_no_report(String text) {
    assertThatThrownBy(() -> TunnelAddress.reported(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + text + "\" is an address that no client can have");
    assertThatThrownBy(() -> CallerAddress.reported(text))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Caller.reported(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.9.0.5", "127.0.0.1", "223.255.255.255", "2001:db8::7", "fe80::1"})
  void an_address_that_a_client_can_have_is_reported_as_it_is(String text) {
    assertThat(TunnelAddress.reported(text)).hasToString(text);
    assertThat(Caller.reported(text)).hasToString(text);
  }
}
