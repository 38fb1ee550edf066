package io.tapgate.playground.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.playground.router.config.Configuration;
import io.tapgate.playground.router.config.Shipped;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.filter.Packet;
import io.tapgate.playground.router.rsc.Script;
import io.tapgate.playground.router.rsc.ScriptError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scripts of router-scripts/, run on a pretend router, and what packets then find. */
class RouterScriptsTest {
  private static final String LAN_HOST = "192.168.88.10";
  private static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry("TAPGATE_ADDRESS", "192.0.2.10"),
          Map.entry("API_USERNAME", "tapgate"),
          Map.entry("API_PASSWORD", "a-long-password"),
          Map.entry("VPN_PROFILES", "default-encryption"),
          Map.entry("VPN_UDP_PORTS", "500,1701,4500"),
          Map.entry("VPN_TCP_PORTS", "1723"),
          Map.entry("DENY_LIST", "DENY"),
          Map.entry("PERMIT_LIST", "PERMIT"),
          Map.entry("BAN_LIST", "BAN"),
          Map.entry("API_URL", "https://tapgate.example.com"),
          Map.entry("HOOK_TOKEN", "hook-token"));

  private static final RouterSettings BY_ADMIN =
      RouterSettings.usual().withLogin("admin", "secret");

  private PretendRouter router =
      PretendRouter.start(BY_ADMIN, RouterScriptsTest::withVpnAndCertificate);
  private ApiCaller api;
  private ApiMachine machine;

  RouterScriptsTest() throws IOException {
    api = ApiCaller.loggedIn(router);
    machine = new ApiMachine(api);
  }

  /** One that has a certificate: to make one takes its time. */
  private static void withVpnAndCertificate(Configuration router) {
    Shipped.withVpn(router);
    router.add("/certificate", "name=own common-name=own");
    var services = router.shelf("/ip/service");
    boolean _ =
        services.change(
            services.where("name", "api-ssl").orElseThrow(), Map.of("certificate", "own"));
  }

  private void onABlankRouter() throws IOException {
    close();
    router = PretendRouter.start(BY_ADMIN, _ -> {});
    api = ApiCaller.loggedIn(router);
    machine = new ApiMachine(api);
  }

  @AfterEach
  void close() throws IOException {
    api.close();
    router.close();
  }

  private void run(String file, Map<String, String> given) throws IOException {
    run(file, given, "tapgate");
  }

  private void run(String file, Map<String, String> given, String user) throws IOException {
    String text =
        filled(file)
            .replace(":local apiUser \"tapgate\"", ":local apiUser \"" + user + "\"")
            .replace("@@ON_UP@@", written(filled("on-up.rsc")))
            .replace("@@ON_DOWN@@", written(filled("on-down.rsc")));
    assertThat(text).doesNotContain("@@");
    Script.of(text).run(machine, given);
  }

  private static String filled(String file) throws IOException {
    String text = Files.readString(Path.of("../router-scripts", file));
    for (Map.Entry<String, String> place : PLACES.entrySet()) {
      text = text.replace("@@" + place.getKey() + "@@", place.getValue());
    }
    return text;
  }

  /** As it stands between quotes. */
  private static String written(String script) {
    return script
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("$", "\\$")
        .replace("\n", "\\n");
  }

  private void prepare() throws IOException {
    run("prepare.rsc", Map.of());
  }

  private Session dialsIn() {
    return router.dial(Call.of(Account.of("alice"), "198.51.100.7").quietly()).session();
  }

  private static Packet toTheRouter(Session from, String protocol, int port) {
    return Packet.forTheRouter(from.interfaceName(), protocol, from.address(), "10.8.0.1", port);
  }

  private static Packet through(Session from, String out, String to, int port) {
    return Packet.through(from.interfaceName(), out, "tcp", from.address(), to, port);
  }

  private static Packet fromTheLan(Session to) {
    return Packet.through("bridge", to.interfaceName(), "tcp", LAN_HOST, to.address(), 3389);
  }

  private boolean passes(Packet packet) {
    return router.judges(packet).passes();
  }

  // Preparing.

  @Test
  void run_twice_nothing_is_doubled_or_changed() throws IOException {
    prepare();
    String once = router.export();
    prepare();
    assertThat(router.export()).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void removed_again_the_router_is_as_it_was(boolean blank) throws IOException {
    if (blank) {
      onABlankRouter();
    }
    String before = router.export();
    prepare();
    assertThat(router.export()).isNotEqualTo(before);
    run("remove.rsc", Map.of());
    assertThat(router.export()).isEqualTo(before);
  }

  // Packet by packet.

  @ParameterizedTest
  @CsvSource({
    "udp, 53, true",
    "tcp, 53, true",
    "tcp, 8291, false",
    "tcp, 22, false",
    "tcp, 8728, false",
    "tcp, 8729, false",
    "udp, 161, false"
  })
  void the_router_itself_answers_who_waits_names_and_nothing_else(
      String protocol, int port, boolean passes) throws IOException {
    prepare();
    Session alice = dialsIn();
    assertThat(passes(toTheRouter(alice, protocol, port))).isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource({
    "ether1, 149.154.167.220, 443, true",
    "ether1, 91.108.56.100, 5222, true",
    "ether1, 149.154.167.220, 25, false",
    "ether1, 203.0.113.80, 443, false",
    "bridge, 192.168.88.10, 443, false"
  })
  void who_waits_reaches_Telegram_and_neither_the_LAN_nor_the_internet(
      String out, String to, int port, boolean passes) throws IOException {
    prepare();
    Session alice = dialsIn();
    assertThat(passes(through(alice, out, to, port))).isEqualTo(passes);
  }

  @Test
  void what_Telegram_answers_comes_back_and_what_it_begins_does_not() throws IOException {
    prepare();
    Session alice = dialsIn();
    Packet asks = through(alice, "ether1", "149.154.167.220", 443);
    assertThat(passes(asks.answer(alice.interfaceName()))).as("nobody asked").isFalse();
    assertThat(router.sends(asks).passes()).isTrue();
    assertThat(passes(asks.answer(alice.interfaceName()))).isTrue();
  }

  @Test
  void a_LAN_host_opens_nothing_to_who_waits() throws IOException {
    prepare();
    Session alice = dialsIn();
    assertThat(passes(fromTheLan(alice))).isFalse();
    router.list("PERMIT", alice.address());
    assertThat(passes(fromTheLan(alice))).isTrue();
  }

  @Test
  void what_a_permit_let_through_ends_with_it_and_was_never_fasttracked() throws IOException {
    prepare();
    Session alice = dialsIn();
    router.list("PERMIT", alice.address());
    Packet packet = through(alice, "ether1", "203.0.113.80", 443);
    assertThat(router.sends(packet).passes()).isTrue();
    assertThat(router.sends(packet).fasttracked()).isFalse();
    assertThat(router.sends(packet.answer(alice.interfaceName())).fasttracked()).isFalse();

    machine.remove("/ip/firewall/address-list", List.of(permit()));

    assertThat(passes(packet)).isFalse();
    assertThat(passes(packet.answer(alice.interfaceName()))).isFalse();
  }

  private String permit() {
    return machine.rows("/ip/firewall/address-list").stream()
        .filter(row -> "PERMIT".equals(row.get("list")))
        .findFirst()
        .orElseThrow()
        .getOrDefault(".id", "");
  }

  @Test
  void who_is_banned_does_not_dial_in_and_Tapgate_comes_in_from_its_address() throws IOException {
    prepare();
    router.list("BAN", "198.51.100.9");
    router.list("BAN", "192.0.2.10");
    String own = "203.0.113.1";
    int api = router.tlsPort();
    assertThat(passes(Packet.forTheRouter("ether1", "udp", "198.51.100.9", own, 1701))).isFalse();
    assertThat(router.judges(Packet.forTheRouter("ether1", "tcp", "192.0.2.10", own, api)))
        .matches(verdict -> verdict.passes(), "Tapgate comes in")
        .matches(verdict -> verdict.comment().equals("tapgate: Tapgate itself"));
    assertThat(passes(Packet.forTheRouter("ether1", "tcp", "198.51.100.9", own, api))).isFalse();
  }

  @Test
  void who_is_banned_does_not_come_in_by_SSTP_wherever_it_listens() throws IOException {
    api.ask("/interface/sstp-server/server/set", "=enabled=yes", "=port=4443");
    prepare();
    router.list("BAN", "198.51.100.9");
    String own = "203.0.113.1";
    assertThat(passes(Packet.forTheRouter("ether1", "tcp", "198.51.100.9", own, 4443))).isFalse();
    assertThat(passes(Packet.forTheRouter("ether1", "tcp", "198.51.100.9", own, 1723))).isFalse();
    assertThat(router.export()).contains("dst-port=1723,4443");
  }

  @Test
  void an_admins_user_is_not_made_Tapgates() throws IOException {
    router.configure(it -> it.add("/user", "name=tapgate-two group=full"));
    String was = router.export();
    assertThatThrownBy(() -> run("prepare.rsc", Map.of(), "tapgate-two"))
        .isInstanceOf(ScriptError.class)
        .hasMessageContaining("a user tapgate-two of your own");
    assertThat(router.export()).isEqualTo(was);
  }

  @Test
  void what_an_admin_writes_behind_our_note_stays() throws IOException {
    comment("mine");
    String was = router.export();
    prepare();
    comment(commented() + "; branch office");
    run("remove.rsc", Map.of());
    assertThat(router.export()).isEqualTo(was.replace("mine", "\"mine; branch office\""));
  }

  private void comment(String words) {
    router.configure(it -> {
      var profiles = it.shelf("/ppp/profile");
      boolean _ =
          profiles.change(
              profiles.where("name", "default-encryption").orElseThrow(), Map.of("comment", words));
    });
  }

  private String commented() {
    String[] said = {""};
    router.configure(it ->
        said[0] =
            it.shelf("/ppp/profile")
                .where("name", "default-encryption")
                .orElseThrow()
                .said("comment"));
    return said[0];
  }

  // On up and on down.

  private Map<String, String> event(String name, Session session) {
    return Map.of(
        "user",
        name,
        "local-address",
        "10.8.0.1",
        "remote-address",
        session.address(),
        "caller-id",
        session.caller(),
        "called-id",
        "",
        "interface",
        "15728640");
  }

  private JsonNode reported() {
    assertThat(machine.fetched).hasSize(1);
    return JsonMapper.shared().readTree(machine.fetched.getFirst().get("http-data"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice",
        "a b",
        "\"",
        "\\",
        "\\\"",
        "a\",\"source_ip\":\"10.0.0.1",
        "$user",
        "$[/system/reboot]",
        "\";/system/reboot;\"",
        "}{][)(",
        "#;|&",
        "a\tb",
        "a\nb",
        "%0d%0a",
        "Zoë",
        "日本語",
        "😀",
        "name",
        "1234",
        "true",
        "^.*$"
      })
  void a_name_of_every_nasty_character_arrives_whole(String name) throws IOException {
    Session session = router.dial(Call.of(Account.of(name), "198.51.100.7").quietly()).session();
    run("on-up.rsc", event(name, session));

    JsonNode report = reported();
    assertThat(report.path("name").asString()).isEqualTo(name);
    assertThat(report.path("source_ip").asString()).isEqualTo(session.address());
    assertThat(report.path("session").asString()).isEqualTo(session.sessionId());
    assertThat(machine.logged).isEmpty();

    machine.fetched.clear();
    router.vanish(session);
    run("on-down.rsc", event(name, session));
    assertThat(reported().path("name").asString()).isEqualTo(name);
  }

  @Test
  void on_up_shuts_the_gate_and_tells_once_over_TLS() throws IOException {
    prepare();
    Session alice = dialsIn();
    router.list("PERMIT", alice.address());
    router.reaches(alice, LAN_HOST, 443);
    run("on-up.rsc", event("alice", alice));

    assertThat(router.view().permits(alice.address())).isFalse();
    assertThat(router.view().denies(alice.address())).isTrue();
    assertThat(router.view().connectionsOf(alice.address())).isEmpty();
    assertThat(machine.fetched)
        .singleElement()
        .satisfies(fetch ->
            assertThat(fetch)
                .containsEntry("url", "https://tapgate.example.com/client/connect")
                .containsEntry("check-certificate", "yes")
                .containsEntry("output", "none")
                .containsEntry("duration", "10s")
                .containsEntry("http-method", "post"));
    assertThat(machine.fetched.getFirst().get("http-header-field"))
        .isEqualTo("Authorization: Bearer hook-token,Content-Type: application/json");
  }

  @Test
  void a_report_that_nobody_hears_is_logged_and_the_gate_is_shut_all_the_same() throws IOException {
    Session alice = dialsIn();
    router.list("PERMIT", alice.address());
    machine.fetchFails = true;
    run("on-up.rsc", event("alice", alice));
    assertThat(router.view().permits(alice.address())).isFalse();
    assertThat(machine.logged)
        .singleElement()
        .asString()
        .startsWith("warning tapgate: alice is up");
  }

  @Test
  void on_down_clears_both_lists_unless_another_session_holds_the_address() throws IOException {
    Session alice = dialsIn();
    run("on-up.rsc", event("alice", alice));
    router.list("PERMIT", alice.address());
    run("on-down.rsc", event("alice", alice));
    assertThat(router.view().permits(alice.address())).as("still held").isTrue();

    router.vanish(alice);
    run("on-down.rsc", event("alice", alice));

    assertThat(router.view().permits(alice.address())).isFalse();
    assertThat(router.view().denies(alice.address())).isFalse();
  }

  @Test
  void the_chat_is_read_from_the_secrets_comment() throws IOException {
    router.configure(all -> {
      all.add("/ppp/secret", "name=alice comment=from_the_office_chat=4000000007_floor_3");
    });
    Session alice = dialsIn();
    run("on-up.rsc", event("alice", alice));
    assertThat(reported().path("chat_id").asString()).isEqualTo("4000000007");
  }
}
