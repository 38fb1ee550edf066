package io.tapgate.router.routeros.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.config.Configuration;
import io.tapgate.playground.router.config.Item;
import io.tapgate.playground.router.config.Shelf;
import io.tapgate.playground.router.config.Shipped;
import io.tapgate.router.Router;
import io.tapgate.router.gate.Finding;
import io.tapgate.router.gate.Inspections.Opens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A router that was prepared, then somebody did something to it: each is found and named. */
class InspectionTest {
  private static final String FILTER = "/ip/firewall/filter";
  private static final String FILTER_SIX = "/ipv6/firewall/filter";
  private static final String PROFILE = "/ppp/profile";

  private GatedRouter router;
  private Router own;

  @BeforeEach
  void prepare() {
    router = new GatedRouter(Shipped::withVpn);
    own = router.prepare();
    router.pretend.configure(it -> set(it, "/ip/service", "name", "api", "disabled", "true"));
  }

  @AfterEach
  void close() {
    router.close();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("rule-missing", it -> remove(it, FILTER, "comment", "tapgate: from VPN clients")),
        fault(
            "rule-disabled",
            it -> set(it, FILTER, "comment", "tapgate: to VPN clients", "disabled", "true")),
        fault(
            "rule-changed",
            it -> set(it, FILTER, "comment", "tapgate: the router itself", "protocol", "tcp")),
        fault("rule-changed", it -> change(it, 1, Map.of("src-address-list", "!EVERYBODY"))),
        fault("rule-order", InspectionTest::turnedAround),
        fault(
            "rule-behind",
            it -> above(it, "chain=input action=accept connection-state=established comment=mine")),
        fault(
            "fasttrack-first",
            it -> above(it, "chain=forward action=fasttrack-connection comment=mine")),
        fault("rule-foreign", it -> it.add(FILTER, "chain=tapgate-out action=accept comment=mine")),
        fault(
            "ipv6-open",
            it -> remove(it, FILTER_SIX, "comment", "tapgate: no IPv6 to VPN clients")),
        fault("profile-ipv6", it -> profile(it, "use-ipv6", "yes")),
        fault("profile-bridged", it -> profile(it, "bridge", "bridge")),
        fault("profile-none", it -> profile(it, "interface-list", "")),
        fault(
            "profile-passes", it -> it.add("/ppp/secret", "name=boris password=x profile=default")),
        fault("script-missing", it -> profile(it, "on-up", ":log info hello")),
        fault("script-missing", it -> profile(it, "on-down", "")),
        fault("script-changed", InspectionTest::scriptThatOpens),
        fault("list-missing", it -> remove(it, "/interface/list", "name", "tapgate-vpn")),
        fault("rights-too-many", it -> rights(it, "api,read,write,ftp,sensitive")),
        fault("user-from-anywhere", it -> set(it, "/user", "name", "tapgate", "address", "")),
        fault("api-plain", it -> set(it, "/ip/service", "name", "api", "disabled", "false")),
        fault("fetch-forbidden", it -> single(it, "/system/device-mode", "fetch", "false")));
  }

  private static Arguments fault(String code, Consumer<Configuration> done) {
    return Arguments.of(code, done);
  }

  @Test
  void of_a_router_that_was_prepared_nothing_is_found() {
    assertThat(router.check(own)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void each_fault_is_found_and_named(String code, Consumer<Configuration> done) {
    router.pretend.configure(done);
    String after = router.pretend.export();

    assertThat(router.check(own)).extracting(Finding::code).contains(code);
    assertThat(router.check(own)).allSatisfy(InspectionTest::saysWhatToDo);
    assertThat(router.pretend.export()).as("it changes nothing").isEqualTo(after);
  }

  private static void saysWhatToDo(Finding finding) {
    assertThat(finding.what()).isNotBlank();
    assertThat(finding.means()).endsWith(".");
    assertThat(finding.todo()).endsWith(".");
  }

  @Test
  void an_api_over_tls_that_is_for_others_is_found_by_whoever_came_in_without() {
    router.pretend.configure(it -> {
      set(it, "/ip/service", "name", "api", "disabled", "false");
      set(it, "/ip/service", "name", "api-ssl", "address", "10.0.0.0/8");
    });
    assertThat(router.check(router.plain())).extracting(Finding::code).contains("api-not-for-us");
    router.pretend.configure(it -> set(it, "/ip/service", "name", "api-ssl", "disabled", "true"));
    assertThat(router.check(router.plain())).extracting(Finding::code).contains("api-tls-off");
  }

  @ParameterizedTest
  @EnumSource(
      value = Opens.class,
      names = {"FOR_A_WHILE", "NOTHING"})
  void a_hook_token_that_does_not_open_for_good_is_found(Opens opens) {
    assertThat(router.check(own, opens, Instant.now()))
        .extracting(Finding::code)
        .containsOnly(opens == Opens.NOTHING ? "token-unknown" : "token-earlier");
  }

  @Test
  void a_clock_that_is_off_and_a_certificate_that_ends_are_found() {
    Instant soon = Instant.now().plus(Duration.ofDays(3640));
    assertThat(router.check(own, Opens.YES, soon))
        .extracting(Finding::code)
        .containsExactlyInAnyOrder("clock-wrong", "certificate-ends-soon");
    assertThat(router.check(own, Opens.YES, soon.plus(Duration.ofDays(20))))
        .extracting(Finding::code)
        .containsExactlyInAnyOrder("clock-wrong", "certificate-expired");
  }

  @Test
  void what_is_prepared_again_is_well_again() {
    router.pretend.configure(it -> set(it, "/ip/service", "name", "api", "disabled", "false"));
    faults()
        .map(Arguments::get)
        .filter(fault ->
            !Stream.of("api-plain", "fetch-forbidden", "profile-passes", "profile-bridged")
                .toList()
                .contains(fault[0]))
        .forEach(fault -> {
          @SuppressWarnings("unchecked")
          Consumer<Configuration> done = (Consumer<Configuration>) fault[1];
          router.pretend.configure(done);
          router.prepare();
          assertThat(router.check(own))
              .as("%s", fault[0])
              .extracting(Finding::code)
              .containsOnly("api-plain");
        });
  }

  // What is done to it.

  private static void set(
      Configuration it, String menu, String by, String name, String property, String value) {
    Shelf shelf = it.shelf(menu);
    boolean _ = shelf.change(shelf.where(by, name).orElseThrow(), Map.of(property, value));
  }

  private static void single(Configuration it, String menu, String property, String value) {
    boolean _ = it.shelf(menu).change(it.shelf(menu).all().getFirst(), Map.of(property, value));
  }

  private static void profile(Configuration it, String property, String value) {
    set(it, PROFILE, "name", "default-encryption", property, value);
    set(it, PROFILE, "name", "default", property, value);
  }

  private static void rights(Configuration it, String policy) {
    set(it, "/user/group", "name", "tapgate", "policy", policy);
  }

  private static void remove(Configuration it, String menu, String by, String name) {
    Shelf shelf = it.shelf(menu);
    shelf.remove(shelf.where(by, name).orElseThrow());
  }

  /** Of the gate's rules, by their place. */
  private static void change(Configuration it, int place, Map<String, String> changes) {
    Shelf shelf = it.shelf(FILTER);
    Item rule =
        shelf.all().stream()
            .filter(one -> one.said("chain").equals("tapgate-out"))
            .skip(place)
            .findFirst()
            .orElseThrow();
    boolean _ = shelf.change(rule, changes);
  }

  private static void turnedAround(Configuration it) {
    Shelf shelf = it.shelf(FILTER);
    Item last =
        shelf.all().stream()
            .filter(one -> one.said("chain").equals("tapgate-out"))
            .reduce((_, next) -> next)
            .orElseThrow();
    Item first =
        shelf.all().stream()
            .filter(one -> one.said("chain").equals("tapgate-out"))
            .findFirst()
            .orElseThrow();
    shelf.move(last, Optional.of(first));
  }

  private static void above(Configuration it, String words) {
    Shelf shelf = it.shelf(FILTER);
    Item added = it.add(FILTER, words);
    shelf.move(added, Optional.of(shelf.all().getFirst()));
  }

  private static void scriptThatOpens(Configuration it) {
    Shelf shelf = it.shelf(PROFILE);
    Item profile = shelf.where("name", "default-encryption").orElseThrow();
    String script = profile.said("on-up").replace("list=$denyList", "list=$permitList");
    boolean _ = shelf.change(profile, Map.of("on-up", script));
  }
}
