package io.tapgate.playground.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which services answer, on which port, for whom and by which certificate. */
class ServicesTest {
  private static final String SERVICE = "/ip/service";

  private final PretendRouter router = PretendRouter.start(RouterSettings.usual(), _ -> {});
  private ApiCaller admin;

  @BeforeEach
  void login() throws IOException {
    admin = ApiCaller.loggedIn(router, "admin", "admin");
  }

  @AfterEach
  void close() throws IOException {
    admin.close();
    router.close();
  }

  private Map<String, String> service(String name) throws IOException {
    return admin.rows(SERVICE + "/print", "?name=" + name).getFirst();
  }

  private void set(String name, String... words) throws IOException {
    String[] all = new String[words.length + 2];
    all[0] = SERVICE + "/set";
    all[1] = "=.id=" + service(name).getOrDefault(".id", "");
    System.arraycopy(words, 0, all, 2, words.length);
    assertThat(admin.ask(all)).hasSize(1);
  }

  /** The fingerprint of a certificate that the router has made for itself. */
  private String signed(String name) throws IOException {
    admin.value(
        "/certificate/add", "=name=" + name, "=common-name=" + name, "=key-size=prime256v1");
    admin.ask("/certificate/sign", "=number=" + name);
    return admin
        .rows("/certificate/print", "?name=" + name)
        .getFirst()
        .getOrDefault("fingerprint", "");
  }

  @Test
  void the_services_tell_where_they_really_are() throws IOException {
    assertThat(service("api"))
        .containsEntry("port", String.valueOf(router.port()))
        .containsEntry("disabled", "false");
    assertThat(service("api-ssl"))
        .containsEntry("port", String.valueOf(router.tlsPort()))
        .containsEntry("certificate", "none")
        .containsEntry("tls-version", "any");
    assertThat(router.tlsPort()).isNotEqualTo(router.port());
  }

  @Test
  void connections_stand_among_the_services_under_the_same_name() throws IOException {
    List<Map<String, String>> rows = admin.rows(SERVICE + "/print", "?name=api");

    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst()).doesNotContainKeys("dynamic", "connection");
    assertThat(rows.getLast())
        .containsEntry("dynamic", "true")
        .containsEntry("connection", "true")
        .doesNotContainKey("disabled");
    assertThat(admin.trap(SERVICE + "/set", "=.id=" + rows.getLast().get(".id"), "=disabled=yes"))
        .isEqualTo("failure: this is configured elsewhere");
    ApiCaller.loggedIn(router).close();
    router.reboot(RouterVersion.parse("7.18"));
    try (ApiCaller caller = ApiCaller.loggedIn(router)) {
      assertThat(caller.rows(SERVICE + "/print", "?name=api")).hasSize(1);
    }
  }

  @Test
  void without_a_certificate_no_hands_are_shaken() {
    assertThatThrownBy(() -> Tls.trusting("any", router.tlsPort()))
        .isInstanceOf(SSLException.class);
  }

  @Test
  void the_certificate_that_is_named_is_the_one_that_is_shown_from_then_on() throws IOException {
    assertThat(admin.trap(SERVICE + "/set", "=.id=*7", "=certificate=none-such"))
        .isEqualTo("input does not match any value of certificate");
    String one = signed("one");
    String two = signed("two");

    set("api-ssl", "=certificate=one");
    try (ApiCaller caller = new ApiCaller(Tls.trusting(one, router.tlsPort()))) {
      assertThat(caller.login(router.settings()).rows("/system/identity/print")).hasSize(1);
    }
    set("api-ssl", "=certificate=two", "=tls-version=only-1.2");
    assertThatThrownBy(() -> Tls.trusting(one, router.tlsPort())).isInstanceOf(SSLException.class);
    Tls.trusting(two, router.tlsPort()).close();

    admin.ask(
        "/certificate/remove",
        "=numbers=" + admin.rows("/certificate/print", "?name=two").getFirst().get(".id"));
    assertThatThrownBy(() -> Tls.trusting(two, router.tlsPort())).isInstanceOf(SSLException.class);
  }

  @Test
  void a_disabled_service_does_not_answer_and_whoever_is_in_stays() throws IOException {
    int port = router.port();
    set("api", "=disabled=yes");

    assertThatThrownBy(() -> ApiCaller.stranger(router)).isInstanceOf(ConnectException.class);
    set("api", "=disabled=no");
    assertThat(router.port()).isEqualTo(port);
    ApiCaller.loggedIn(router).close();
  }

  @Test
  void a_disabled_service_stays_so_when_the_router_comes_back() throws IOException {
    set("api-ssl", "=disabled=yes");
    router.off();
    router.on();

    assertThatThrownBy(() -> Tls.trusting("any", router.tlsPort()))
        .isInstanceOf(ConnectException.class);
    ApiCaller.loggedIn(router).close();
  }

  @Test
  void a_service_for_others_hangs_up_on_whoever_comes_from_here() throws IOException {
    set("api", "=address=10.0.0.0/8,192.0.2.1");

    assertThat(service("api")).containsEntry("address", "10.0.0.0/8,192.0.2.1/32");
    try (ApiCaller caller = ApiCaller.stranger(router)) {
      assertThat(caller.isCut()).isTrue();
    }
    set("api", "=address=127.0.0.0/8");
    ApiCaller.loggedIn(router).close();
  }

  @Test
  void a_service_moves_to_another_port() throws IOException {
    int before = router.port();
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    set("api", "=port=" + free);

    assertThat(router.port()).isEqualTo(free);
    ApiCaller.loggedIn(router).close();
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), before))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void a_hand_at_the_router_changes_services_too() {
    router.configure(written -> {
      var services = written.shelf(SERVICE);
      boolean _ =
          services.change(services.where("name", "api").orElseThrow(), Map.of("disabled", "true"));
    });

    assertThatThrownBy(() -> ApiCaller.stranger(router)).isInstanceOf(ConnectException.class);
  }
}
