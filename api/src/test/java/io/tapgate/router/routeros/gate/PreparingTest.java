package io.tapgate.router.routeros.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.playground.router.config.Configuration;
import io.tapgate.playground.router.config.Shipped;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.filter.Packet;
import io.tapgate.router.Router;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.gate.Finding;
import io.tapgate.router.gate.Visit;
import io.tapgate.router.routeros.Conversation;
import io.tapgate.router.routeros.Limits;
import io.tapgate.router.routeros.RouterosDoors;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A router is set up over its API, and made what it was before. */
class PreparingTest {
  private static final String FILTER = "/ip/firewall/filter";
  private static final String PROFILE = "/ppp/profile";

  static Stream<Arguments> routers() {
    return Stream.of(
        Arguments.of(before("blank", _ -> {})),
        Arguments.of(before("as shipped", Shipped::withVpn)),
        Arguments.of(before("used", PreparingTest::used)));
  }

  private static Named<Consumer<Configuration>> before(
      String name, Consumer<Configuration> before) {
    return Named.of(name, before);
  }

  /** By an admin who has done a thing or two with it. */
  private static void used(Configuration router) {
    Shipped.withVpn(router);
    router.add("/interface/list", "name=OFFICE include=LAN comment=mine");
    var profiles = router.shelf(PROFILE);
    boolean _ =
        profiles.change(
            profiles.where("name", "default-encryption").orElseThrow(),
            Map.of(
                "interface-list",
                "OFFICE",
                "use-ipv6",
                "required",
                "comment",
                "my profile; careful",
                "on-up",
                ":log info \"hello $user\"",
                "on-down",
                ":log info bye\n"));
    var services = router.shelf("/ip/service");
    boolean _ =
        services.change(
            services.where("name", "api-ssl").orElseThrow(),
            Map.of("disabled", "true", "address", "10.0.0.0/8"));
    router.add(FILTER, "chain=forward action=drop src-address=10.8.0.99 comment=mine");
  }

  @ParameterizedTest
  @MethodSource("routers")
  void everything_is_there_then_and_a_check_finds_nothing(Consumer<Configuration> before) {
    try (GatedRouter router = new GatedRouter(before)) {
      assertThat(router.plan().steps()).hasSizeGreaterThan(10);

      Router own = router.prepare();

      assertThat(router.plan().steps()).isEmpty();
      assertThat(router.check(own)).extracting(Finding::code).isSubsetOf("api-plain");
    }
  }

  @ParameterizedTest
  @MethodSource("routers")
  void done_again_nothing_changes(Consumer<Configuration> before) {
    try (GatedRouter router = new GatedRouter(before)) {
      router.prepare();
      String once = router.pretend.export();
      router.prepare();
      assertThat(router.pretend.export()).isEqualTo(once);
    }
  }

  @ParameterizedTest
  @MethodSource("routers")
  void removed_the_router_is_what_it_was(Consumer<Configuration> before) {
    try (GatedRouter router = new GatedRouter(before)) {
      String was = router.pretend.export();
      router.prepare();
      assertThat(router.pretend.export()).isNotEqualTo(was);
      router.remove();
      assertThat(router.pretend.export()).isEqualTo(was);
      router.remove();
      assertThat(router.pretend.export()).isEqualTo(was);
    }
  }

  static Stream<Arguments> routersWithoutListsOfTheirOwn() {
    return routers().limit(2);
  }

  /** The script refuses a profile with an interface list of its own, and says so. */
  @ParameterizedTest
  @MethodSource("routersWithoutListsOfTheirOwn")
  void pasted_it_leaves_nothing_to_do(Consumer<Configuration> before) {
    try (GatedRouter router = new GatedRouter(before)) {
      String was = router.pretend.export();
      List<String> profiles = List.of("default-encryption");

      router.pretend.paste(new Scripts(router.gate(profiles)).prepare("127.0.0.1", profiles));

      try (Visit visit = router.visit()) {
        assertThat(visit.plan(router.gate(profiles).asWritten(), Set.of()).steps()).isEmpty();
      }
      router.remove();
      assertThat(router.pretend.export()).isEqualTo(was);
    }
  }

  /** After each step in turn somebody pulls the plug. */
  @ParameterizedTest
  @MethodSource("routers")
  void interrupted_anywhere_it_is_begun_again_and_taken_away_again(Consumer<Configuration> before) {
    int steps = steps(before);
    for (int done = 1; done < steps; done++) {
      try (GatedRouter router = new GatedRouter(before)) {
        String was = router.pretend.export();
        interrupted(router, done);
        router.prepare();
        assertThat(router.plan().steps()).as("after %d steps", done).isEmpty();
        router.remove();
        assertThat(router.pretend.export()).as("after %d steps", done).isEqualTo(was);
      }
      try (GatedRouter router = new GatedRouter(before)) {
        String was = router.pretend.export();
        interrupted(router, done);
        router.remove();
        assertThat(router.pretend.export()).as("after %d steps", done).isEqualTo(was);
      }
    }
  }

  private static int steps(Consumer<Configuration> before) {
    try (GatedRouter router = new GatedRouter(before)) {
      return router.plan().steps().size();
    }
  }

  private static void interrupted(GatedRouter router, int done) {
    try (Conversation conversation = new RouterosDoors(Limits.usual()).converse(router.admin())) {
      new Preparing(Standing.read(conversation), router.gate(), "127.0.0.1")
          .steps(Set.of()).stream().limit(done).forEach(step -> step.take(conversation));
    }
  }

  @Test
  void what_an_admin_had_written_goes_on() {
    try (GatedRouter router = new GatedRouter(PreparingTest::used)) {
      router.prepare();
      assertThat(router.pretend.export())
          .contains("# tapgate: end", ":log info \\\"hello \\$user\\\"")
          .contains("include=LAN,tapgate-vpn");
    }
  }

  // Packet by packet.

  private static Packet through(Session from, String out, String to, int port) {
    return Packet.through(from.interfaceName(), out, "tcp", from.address(), to, port);
  }

  private static Packet toTheRouter(Session from, String protocol, int port) {
    return Packet.forTheRouter(from.interfaceName(), protocol, from.address(), "10.8.0.1", port);
  }

  @ParameterizedTest
  @MethodSource("routers")
  void nobody_gets_in_until_permitted(Consumer<Configuration> before) {
    try (GatedRouter router = new GatedRouter(before)) {
      router.prepare();
      Session alice = router.dialsIn("alice");
      List.of(
              toTheRouter(alice, "tcp", 8291),
              toTheRouter(alice, "tcp", 22),
              toTheRouter(alice, "tcp", 8729),
              through(alice, "bridge", "192.168.88.10", 443),
              through(alice, "ether1", "203.0.113.9", 443),
              Packet.through(
                  "bridge", alice.interfaceName(), "tcp", "192.168.88.10", alice.address(), 3389))
          .forEach(packet ->
              assertThat(router.pretend.judges(packet).passes()).as("%s", packet).isFalse());
      List.of(toTheRouter(alice, "udp", 53), through(alice, "ether1", "149.154.167.220", 443))
          .forEach(packet ->
              assertThat(router.pretend.judges(packet).passes()).as("%s", packet).isTrue());

      router.pretend.list("PERMIT", alice.address());
      assertThat(router.pretend.judges(through(alice, "bridge", "192.168.88.10", 443)).passes())
          .isTrue();
    }
  }

  @Test
  void what_one_permitted_client_sends_another_ends_with_the_permit_of_either() {
    try (GatedRouter router = new GatedRouter(Shipped::withVpn)) {
      router.prepare();
      Session alice = router.dialsIn("alice");
      Session boris = router.dialsIn("boris");
      router.pretend.list("PERMIT", alice.address());
      router.pretend.list("PERMIT", boris.address());
      Packet packet = through(alice, boris.interfaceName(), boris.address(), 3389);
      assertThat(router.pretend.sends(packet).passes()).isTrue();
      assertThat(router.pretend.judges(packet).passes()).isTrue();

      router.pretend.unlist("PERMIT", boris.address());

      assertThat(router.pretend.judges(packet).passes()).isFalse();
      assertThat(router.pretend.judges(packet.answer(alice.interfaceName())).passes()).isFalse();
    }
  }

  @Test
  void who_shows_Tapgates_address_from_within_the_VPN_is_not_taken_for_it() {
    try (GatedRouter router = new GatedRouter(Shipped::withVpn)) {
      router.prepare();
      Session alice = router.dialsIn("alice");
      int api = router.pretend.tlsPort();
      Packet forged =
          Packet.forTheRouter(alice.interfaceName(), "tcp", "127.0.0.1", "10.8.0.1", api);
      assertThat(router.pretend.judges(forged).passes()).isFalse();
    }
  }

  // Sessions that were there before.

  @Test
  void a_session_from_before_is_closed_unless_it_is_taken_over() {
    try (GatedRouter router = new GatedRouter(Shipped::withVpn)) {
      Session alice = router.dialsIn("alice");
      Session boris = router.dialsIn("boris");
      assertThat(router.plan().closes())
          .extracting(io.tapgate.router.Session::name)
          .containsExactlyInAnyOrder("alice", "boris");

      router.prepare("boris");

      assertThat(router.pretend.view().sessions())
          .extracting(one -> one.account().name())
          .containsExactly("boris");
      assertThat(router.pretend.judges(through(boris, "bridge", "192.168.88.10", 443)).passes())
          .isFalse();
      router.pretend.list("PERMIT", boris.address());
      assertThat(router.pretend.judges(through(boris, "bridge", "192.168.88.10", 443)).passes())
          .isTrue();
      assertThat(alice.address()).isNotEqualTo(boris.address());
    }
  }

  @Test
  void a_session_is_taken_over_also_when_it_stands_before_the_gate_by_now() {
    try (GatedRouter router = new GatedRouter(Shipped::withVpn);
        Visit visit = router.visit()) {
      Session boris = router.dialsIn("boris");
      Visit.Prepared _ = visit.prepare(router.gate(), Set.of("boris"));
      assertThat(router.plan().closes()).isEmpty();
      assertThat(visit.sessions(router.gate(), Set.of("boris", "alice")))
          .singleElement()
          .satisfies(one -> assertThat(one.address().toString()).isEqualTo(boris.address()));
    }
  }

  /** Customers on the own wires, whom RADIUS knows: their profile is none of the VPN's. */
  @Test
  void a_session_of_another_server_is_left_alone() {
    try (GatedRouter router = new GatedRouter(Shipped::withVpn)) {
      Session customer =
          router
              .pretend
              .dial(Call.of(Account.of("flat-7"), "02:00:5E:10:00:01").by("pppoe").quietly())
              .session();
      router.prepare();
      assertThat(router.pretend.view().sessions()).contains(customer);
    }
  }

  @Test
  void a_server_at_a_port_of_its_own_is_closed_to_who_is_banned() {
    try (GatedRouter router =
        new GatedRouter(
            before(it -> {
              var server = it.shelf("/interface/sstp-server/server");
              boolean _ =
                  server.change(server.all().getFirst(), Map.of("enabled", "true", "port", "4443"));
            }))) {
      router.prepare();
      router.pretend.list("BAN", "198.51.100.9");
      assertThat(
              router
                  .pretend
                  .judges(Packet.forTheRouter("ether1", "tcp", "198.51.100.9", "203.0.113.1", 4443))
                  .passes())
          .isFalse();
    }
  }

  private static Consumer<Configuration> before(Consumer<Configuration> more) {
    return ((Consumer<Configuration>) Shipped::withVpn).andThen(more);
  }

  // What an admin goes on writing.

  @Test
  void what_an_admin_writes_behind_our_note_is_theirs() {
    try (GatedRouter router = new GatedRouter(PreparingTest::used)) {
      String was = router.pretend.export();
      router.prepare();
      profile(router, "comment", said -> said + "; branch office");
      router.remove();
      assertThat(router.pretend.export())
          .isEqualTo(was.replace("my profile; careful", "my profile; careful; branch office"));
    }
  }

  @Test
  void an_editor_that_trims_the_script_leaves_it_known() {
    try (GatedRouter router = new GatedRouter(Shipped::withVpn)) {
      String was = router.pretend.export();
      router.prepare();
      profile(router, "on-up", String::strip);
      router.prepare();
      router.remove();
      assertThat(router.pretend.export()).isEqualTo(was);
    }
  }

  private static void profile(GatedRouter router, String property, UnaryOperator<String> change) {
    router.pretend.configure(it -> {
      var profiles = it.shelf(PROFILE);
      var profile = profiles.where("name", "default-encryption").orElseThrow();
      boolean _ = profiles.change(profile, Map.of(property, change.apply(profile.said(property))));
    });
  }

  // What cannot be.

  static Stream<Arguments> anothers() {
    return Stream.of(
        Arguments.of(
            "a user \"tapgate\" of its own, in the group \"full\"",
            (Consumer<Configuration>) it -> it.add("/user", "name=tapgate group=full")),
        Arguments.of(
            "a group tapgate that is somebody else's",
            (Consumer<Configuration>)
                it -> it.add("/user/group", "name=tapgate policy=read comment=mine")),
        Arguments.of(
            "bridges its clients into \"bridge\"",
            (Consumer<Configuration>)
                it -> {
                  var profiles = it.shelf(PROFILE);
                  boolean _ =
                      profiles.change(
                          profiles.where("name", "default-encryption").orElseThrow(),
                          Map.of("bridge", "bridge"));
                }));
  }

  @ParameterizedTest
  @MethodSource("anothers")
  void what_is_somebody_elses_or_past_every_rule_is_refused_and_nothing_is_done(
      String why, Consumer<Configuration> done) {
    try (GatedRouter router = new GatedRouter(Shipped::withVpn)) {
      router.pretend.configure(done);
      String was = router.pretend.export();
      assertThatThrownBy(router::prepare)
          .isInstanceOf(RouterTrouble.Refused.class)
          .hasMessageContaining(why);
      assertThat(router.pretend.export()).isEqualTo(was);
    }
  }

  @Test
  void a_router_that_is_too_old_is_left_alone() {
    try (GatedRouter router =
        new GatedRouter(RouterSettings.usual().withVersion("7.11"), _ -> {})) {
      String was = router.pretend.export();
      assertThatThrownBy(router::prepare)
          .isInstanceOf(RouterTrouble.Refused.class)
          .hasMessageContaining("7.12 or newer");
      assertThat(router.pretend.export()).isEqualTo(was);
    }
  }

  @Test
  void a_profile_that_is_not_there_is_said_with_those_that_are() {
    try (GatedRouter router = new GatedRouter(_ -> {});
        Visit visit = router.visit()) {
      String was = router.pretend.export();
      assertThatThrownBy(() -> visit.prepare(router.gate(List.of("vpn")), Set.of()))
          .isInstanceOf(RouterTrouble.Refused.class)
          .hasMessageContaining("no profile \"vpn\"")
          .hasMessageContaining("default-encryption");
      assertThat(router.pretend.export()).isEqualTo(was);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.12", "7.16", "7.18", "7.24"})
  void every_version_that_is_supported_is_prepared(String version) {
    try (GatedRouter router =
        new GatedRouter(RouterSettings.usual().withVersion(version), Shipped::withVpn)) {
      Router own = router.prepare();
      assertThat(router.check(own)).extracting(Finding::code).isSubsetOf("api-plain");
    }
  }

  @Test
  void a_secret_is_in_no_plan() {
    try (GatedRouter router = new GatedRouter(Shipped::withVpn)) {
      assertThat(router.plan().toString())
          .doesNotContain(GatedRouter.TOKEN, "a-password-of-its-own", "admins-own");
    }
  }
}
