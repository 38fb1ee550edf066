package io.tapgate.router.routeros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.address.TunnelAddress;
import io.tapgate.connection.RouterId;
import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Session;
import io.tapgate.router.Router;
import io.tapgate.router.RouterDoor;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, with TLS on it: a door to a router whose api-ssl has a certificate. */
@Timeout(60)
class SecureDoorTest {
  private static final TunnelAddress ADDRESS = TunnelAddress.parse("10.8.0.5");
  private static final Limits PATIENT = limits(Duration.ofSeconds(20), Duration.ofSeconds(20));

  /** With a handshake alone, so that nothing else can be what ends the waiting. */
  private static final Limits HASTY = limits(Duration.ofSeconds(1), Duration.ofSeconds(60));

  @TempDir private static Path folder;
  private static Certificates certificates;

  @BeforeAll
  static void makeCertificates() throws IOException, InterruptedException {
    certificates = Certificates.madeIn(folder);
  }

  @Test
  void everything_is_done_over_tls_as_it_is_without() throws Exception {
    try (PretendRouter router = showing("router");
        RouterDoor door = open(router, verified("ca"))) {
      does(router, door);
    }
  }

  @Test
  void the_pinned_certificate_opens_whoever_s_name_it_bears() throws Exception {
    try (PretendRouter router = showing("elsewhere");
        RouterDoor door = open(router, new Trust.Pinned(certificates.fingerprint("elsewhere")))) {
      does(router, door);
    }
  }

  @Test
  void another_s_certificate_is_refused_before_the_password_is_sent() throws Exception {
    refuses("router", verified("other-ca"), "other-ca.pem");
    refuses("elsewhere", verified("ca"), "elsewhere.example");
    refuses(
        "router",
        new Trust.Pinned(certificates.fingerprint("old")),
        certificates.fingerprint("router"));
  }

  @Test
  void plain_text_at_the_port_of_api_ssl_is_told_what_to_check() throws Exception {
    try (PretendRouter router = showing("router")) {
      assertThatThrownBy(() -> open(router, new Trust.Plain()))
          .isInstanceOf(RouterTrouble.Silent.class)
          .message()
          .contains("usually 8728")
          .doesNotContain("a password");
    }
  }

  @Test
  void tls_at_the_port_of_the_plain_api_is_told_what_to_check() throws Exception {
    try (PretendRouter router = PretendRouter.start(settings())) {
      assertThatThrownBy(() -> open(router, verified("ca")))
          .isInstanceOf(RouterTrouble.class)
          .hasMessageContaining("8729");
    }
  }

  @Test
  void a_router_that_never_shakes_hands_is_given_up() throws Exception {
    try (PretendRouter router = showing("router")) {
      router.silent();
      long began = System.nanoTime();
      assertThatThrownBy(() -> open(router, verified("ca"), HASTY))
          .isInstanceOf(RouterTrouble.Silent.class)
          .hasMessageContaining("TLS");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
    }
  }

  @Test
  void a_router_that_is_cut_off_is_silent_over_tls_too() throws Exception {
    try (PretendRouter router = showing("router");
        RouterDoor door = open(router, verified("ca"))) {
      router.off();
      assertThatThrownBy(() -> door.look(ADDRESS)).isInstanceOf(RouterTrouble.Silent.class);
      assertThat(door.isOpen()).isFalse();
    }
  }

  private static void does(PretendRouter router, RouterDoor door) {
    Call call = Call.of(Account.of("alice"), "203.0.113.7").at(ADDRESS.toString()).quietly();
    Session alice = router.dial(call).session();
    door.permit(ADDRESS, Duration.ofMinutes(15));
    assertThat(door.look(ADDRESS).permitted()).isTrue();
    assertThat(router.reaches(alice, "192.168.88.20", 22)).isTrue();
    door.deny(ADDRESS);
    assertThat(router.view().permits(ADDRESS.toString())).isFalse();
    assertThat(router.view().connectionsOf(ADDRESS.toString())).isEmpty();
  }

  private static void refuses(String shown, Trust trust, String word) throws Exception {
    try (PretendRouter router = showing(shown)) {
      assertThatThrownBy(() -> open(router, trust))
          .isInstanceOf(RouterTrouble.Refused.class)
          .hasMessageContaining("not trusted")
          .hasMessageContaining(word);
      assertThat(router.commands()).isEmpty();
    }
  }

  private static Trust verified(String ca) throws IOException, GeneralSecurityException {
    return new Trust.Verified(Optional.of(certificates.pem(ca)));
  }

  private static PretendRouter showing(String certificate)
      throws IOException, GeneralSecurityException {
    return PretendRouter.start(settings().withTls(certificates.showing(certificate)));
  }

  private static RouterSettings settings() {
    return RouterSettings.usual().withLogin("tapgate", "a password");
  }

  private static Limits limits(Duration handshake, Duration rest) {
    return new Limits(rest, handshake, rest, rest, rest, rest, 8);
  }

  private static RouterDoor open(PretendRouter router, Trust trust) {
    return open(router, trust, PATIENT);
  }

  private static RouterDoor open(PretendRouter router, Trust trust, Limits limits) {
    Router.Login login = new Router.Login("tapgate", "a password");
    return new RouterosDoors(limits)
        .open(
            new Router(
                new RouterId(1),
                "office",
                "localhost",
                router.port(),
                login,
                trust,
                ScriptedRouter.LISTS));
  }
}
