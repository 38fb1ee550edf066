package io.tapgate.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.doors.ApiSettings;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Tapgate calls nobody unless an admin insists. */
class OffLimitsTest {
  private static final int OUR_DOORS = 8080;
  private static final DatabasePlaces.Place DATABASE = new DatabasePlaces.Place("10.7.7.7", 5432);
  private final OffLimits offLimits =
      new OffLimits(new ApiSettings(OUR_DOORS), () -> List.of(DATABASE));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "172.16.0.1",
        "192.168.88.1",
        "100.64.0.1",
        "192.0.2.1",
        "fd00::1",
        "2001:db8::1",
        "64:ff9b::c000:201"
      })
  void routers_are_in_private_networks_and_elsewhere(String address) {
    assertThat(why(address, 8729)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, is this machine itself",
    "127.8.8.8, is this machine itself",
    "::1, is this machine itself",
    "::ffff:127.0.0.1, is this machine itself",
    "0.0.0.0, is this machine itself",
    "0.1.2.3, is this machine itself",
    "::, is this machine itself",
    "::127.0.0.1, is this machine itself",
    "64:ff9b::7f00:1, is this machine itself",
    "2002:7f00:1::, is this machine itself",
    "169.254.169.254, is where clouds hand out",
    "fd00:ec2::254, is where clouds hand out",
    "64:ff9b::a9fe:a9fe, is where clouds hand out",
    "169.254.1.1, is a link-local address",
    "fe80::1, is a link-local address",
    "224.0.0.1, is a group of machines",
    "ff02::1, is a group of machines"
  })
  void some_addresses_are_nobodys_router(String address, String what) {
    assertThat(why(address, 8729)).get().asString().contains(what);
  }

  @Test
  void this_machine_may_be_called_but_not_at_our_own_doors() throws SocketException {
    Optional<InetAddress> own =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(one -> !one.isLoopbackAddress() && !one.isLinkLocalAddress())
            .findFirst();
    own.ifPresent(address -> {
      assertThat(offLimits.why(List.of(address), 8729)).isEmpty();
      assertThat(offLimits.why(List.of(address), OUR_DOORS))
          .get()
          .asString()
          .endsWith("the port of Tapgate's own doors");
    });
  }

  @Test
  void the_database_is_not_called_and_its_neighbours_are() {
    assertThat(why("10.7.7.7", 5432)).get().asString().endsWith("Tapgate's database");
    assertThat(why("10.7.7.7", 8729)).isEmpty();
    assertThat(why("10.7.7.8", 5432)).isEmpty();
  }

  @Test
  void one_such_address_among_several_is_enough() {
    List<InetAddress> several =
        List.of(InetAddress.ofLiteral("192.0.2.1"), InetAddress.ofLiteral("127.0.0.1"));
    assertThat(offLimits.why(several, 8729)).contains("127.0.0.1 is this machine itself");
  }

  @Test
  void a_name_is_judged_by_what_it_stands_for() {
    assertThat(offLimits.why(at("localhost", false))).isPresent();
    assertThat(offLimits.why(at("2130706433", false))).isPresent();
    assertThat(offLimits.why(at("localhost", true))).isEmpty();
  }

  @Test
  void a_name_that_nobody_knows_yet_is_judged_when_it_is_dialled() {
    assertThat(offLimits.why(at("no-such-router.invalid", false))).isEmpty();
  }

  private Optional<String> why(String address, int port) {
    return offLimits.why(List.of(InetAddress.ofLiteral(address)), port);
  }

  private static Particulars at(String host, boolean anywhere) {
    return new Particulars(
        "cellar",
        host,
        8729,
        "tapgate",
        new Trust.Plain(),
        new Router.ListNames("deny", "permit", "ban"),
        OwnLimits.none(),
        anywhere,
        false);
  }
}
