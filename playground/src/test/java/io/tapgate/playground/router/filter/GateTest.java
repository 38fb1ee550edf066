package io.tapgate.playground.router.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.playground.router.config.Configuration;
import io.tapgate.playground.router.config.Item;
import io.tapgate.playground.router.config.Shipped;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Session;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Packet by packet: what a router as shipped lets through, and what it lets through with a gate.
 */
class GateTest {
  private static final String FILTER = "/ip/firewall/filter";
  private static final String LAN_HOST = "192.168.88.10";

  private final PretendRouter router =
      PretendRouter.start(RouterSettings.usual(), GateTest::shipped);
  private Session session;

  @BeforeEach
  void aRouterAsShippedAndSomebodyDialsIn() {
    session = router.dial(Call.of(Account.of("alice"), "198.51.100.7").quietly()).session();
  }

  @AfterEach
  void off() {
    router.close();
  }

  private static void shipped(Configuration all) {
    Shipped.withVpn(all);
    all.add("/interface/list", "name=tapgate-vpn");
    Item profile = all.profileOf("alice");
    assertThat(all.shelf("/ppp/profile").change(profile, Map.of("interface-list", "tapgate-vpn")))
        .isTrue();
  }

  /** As router-scripts/ has them, each at the top of its chain. */
  private void gate() {
    router.configure(all -> {
      first(
          all, "chain=forward out-interface-list=tapgate-vpn dst-address-list=!PERMIT action=drop");
      first(
          all, "chain=forward in-interface-list=tapgate-vpn src-address-list=!PERMIT action=drop");
      first(all, "chain=input in-interface-list=tapgate-vpn src-address-list=!PERMIT action=drop");
      first(
          all, "chain=input in-interface-list=tapgate-vpn protocol=udp dst-port=53 action=accept");
    });
  }

  private static void first(Configuration all, String words) {
    Item added = all.add(FILTER, words);
    Optional<Item> top = all.shelf(FILTER).all().stream().findFirst();
    all.shelf(FILTER).move(added, top);
  }

  private Packet toTheRouter(String protocol, int port) {
    return Packet.forTheRouter(
        session.interfaceName(), protocol, session.address(), "10.8.0.1", port);
  }

  private Packet toTheLan(int port) {
    return Packet.through(
        session.interfaceName(), "bridge", "tcp", session.address(), LAN_HOST, port);
  }

  private void permitted() {
    router.list("PERMIT", session.address());
  }

  @Test
  void without_a_gate_a_client_is_in_the_lan_at_once() {
    assertThat(router.judges(toTheLan(443)).passes()).isTrue();
    assertThat(router.judges(toTheRouter("tcp", 8291)).passes()).as("not from LAN").isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "udp, 53, true",
    "tcp, 8291, false",
    "tcp, 22, false",
    "tcp, 8728, false",
    "udp, 161, false"
  })
  void with_a_gate_the_router_itself_answers_names_and_nothing_else(
      String protocol, int port, boolean passes) {
    gate();
    assertThat(router.judges(toTheRouter(protocol, port)).passes()).isEqualTo(passes);
  }

  @Test
  void a_lan_host_opens_nothing_to_a_client_in_the_sandbox() {
    gate();
    Packet fromLan =
        Packet.through("bridge", session.interfaceName(), "tcp", LAN_HOST, session.address(), 3389);
    assertThat(router.judges(fromLan).passes()).isFalse();
    permitted();
    assertThat(router.judges(fromLan).passes()).isTrue();
  }

  @Test
  void what_was_let_through_is_fasttracked_as_shipped_and_no_rule_stops_it_any_more() {
    assertThat(router.sends(toTheLan(443)).passes()).isTrue();
    assertThat(router.sends(toTheLan(443)).fasttracked()).isTrue();

    gate();

    assertThat(router.judges(toTheLan(443)).passes()).as("on the fast track").isTrue();
    assertThat(router.judges(toTheLan(80)).passes()).as("a new one").isFalse();
  }

  @Test
  void a_rule_that_nobody_can_judge_is_not_taken_to_hold() {
    router.configure(all -> first(all, "chain=forward action=jump jump-target=elsewhere"));
    assertThat(router.judges(toTheLan(443)).passes()).as("an empty chain returns").isTrue();
    router.configure(all -> {
      Item ring = all.add(FILTER, "chain=elsewhere action=jump jump-target=elsewhere");
      assertThat(ring).isNotNull();
    });
    assertThatThrownBy(() -> router.judges(toTheLan(443))).hasMessageContaining("without end");
  }

  @Test
  void a_disabled_rule_is_none_and_the_rule_that_decided_is_told() {
    assertThat(router.judges(toTheRouter("tcp", 22)).comment())
        .isEqualTo("defconf: drop all not coming from LAN");
    router.configure(all -> {
      Item rule =
          all.shelf(FILTER).where("comment", "defconf: drop all not coming from LAN").orElseThrow();
      all.shelf(FILTER).change(rule, Map.of("disabled", "true"));
    });
    assertThat(router.judges(toTheRouter("tcp", 22)).passes()).isTrue();
  }
}
