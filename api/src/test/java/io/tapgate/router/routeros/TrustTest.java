package io.tapgate.router.routeros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.router.Router;
import io.tapgate.router.RouterDoor;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Trust;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TrustTest {
  private static final Limits HASTY =
      new Limits(
          Duration.ofSeconds(5),
          Duration.ofMillis(700),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          8);

  @TempDir private static Path folder;
  private static Certificates certificates;

  @BeforeAll
  static void makeCertificates() throws IOException, InterruptedException {
    certificates = Certificates.madeIn(folder);
  }

  @Test
  void a_certificate_signed_by_our_ca_for_this_host_is_trusted() throws Exception {
    opens("router", verified("ca"));
  }

  @Test
  void a_certificate_for_an_address_is_trusted_at_that_address() throws Exception {
    try (var router = showing(certificates.showing("router"));
        RouterDoor door = open(router.as("127.0.0.1", verified("ca"), ScriptedRouter.LISTS))) {
      assertThat(door.isOpen()).isTrue();
    }
  }

  @Test
  void a_certificate_for_another_host_is_refused_by_name() throws Exception {
    refuses("elsewhere", verified("ca"), "elsewhere.example", "localhost");
  }

  @Test
  void a_certificate_of_another_ca_is_refused() throws Exception {
    refuses("router", verified("other-ca"), "CN=ca", "other-ca.pem");
  }

  @Test
  void the_machine_s_own_cas_do_not_know_ours() throws Exception {
    refuses("router", new Trust.Verified(Optional.empty()), "a CA this machine knows");
  }

  @Test
  void a_certificate_that_ran_out_is_refused_with_its_date() throws Exception {
    refuses("old", verified("ca"), "ran out", "20");
  }

  @Test
  void a_ca_file_without_a_certificate_is_refused_by_its_name() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "not a certificate");
    refuses("router", new Trust.Verified(Optional.of(empty)), "empty.pem");
  }

  @Test
  void a_missing_ca_file_is_refused_by_its_name() throws Exception {
    refuses("router", new Trust.Verified(Optional.of(folder.resolve("no.pem"))), "no.pem");
  }

  @Test
  void the_pinned_certificate_is_trusted_whoever_s_name_it_bears() throws Exception {
    opens("elsewhere", new Trust.Pinned(certificates.fingerprint("elsewhere")));
  }

  @Test
  void the_pinned_certificate_is_trusted_after_its_last_day() throws Exception {
    opens("old", new Trust.Pinned(certificates.fingerprint("old")));
  }

  @Test
  void a_fingerprint_may_be_spelled_with_colons_and_capitals() throws Exception {
    String colons = certificates.fingerprint("router").replaceAll("(..)(?=.)", "$1:");
    opens("router", new Trust.Pinned(colons.toUpperCase(Locale.ROOT)));
  }

  @Test
  void another_certificate_than_the_pinned_is_refused_and_its_fingerprint_told() throws Exception {
    refuses(
        "router",
        new Trust.Pinned(certificates.fingerprint("old")),
        certificates.fingerprint("router"));
  }

  @Test
  void a_fingerprint_that_is_none_is_refused() throws Exception {
    refuses("router", new Trust.Pinned("abc"), "64 hex digits");
  }

  @Test
  void a_router_without_a_certificate_is_told_to_get_one() throws Exception {
    try (var router = showing(Certificates.showingNone())) {
      assertThatThrownBy(() -> open(router.as(verified("ca"))))
          .isInstanceOf(RouterTrouble.Refused.class)
          .hasMessageContaining("needs a certificate");
    }
  }

  @Test
  void a_port_that_answers_without_tls_is_told_apart() throws Exception {
    try (var router = ScriptedRouter.playing(caller -> caller.says("!fatal", "not logged in"))) {
      assertThatThrownBy(() -> open(router.as(verified("ca"))))
          .isInstanceOf(RouterTrouble.Refused.class)
          .hasMessageContaining("8729");
    }
  }

  @Test
  void a_router_that_hangs_up_in_the_handshake_is_silent_and_says_what_to_check() throws Exception {
    try (var router = ScriptedRouter.playing(caller -> caller.hearsAnything())) {
      assertThatThrownBy(() -> open(router.as(verified("ca"))))
          .isInstanceOf(RouterTrouble.Silent.class)
          .hasMessageContaining("address=");
    }
  }

  @Test
  void a_handshake_that_hangs_is_ended() throws Exception {
    try (var router = ScriptedRouter.playing(ScriptedRouter.Caller::waitsForHangUp)) {
      assertThatThrownBy(() -> openHastily(router.as(verified("ca"))))
          .isInstanceOf(RouterTrouble.Silent.class)
          .hasMessageContaining("TLS");
    }
  }

  @Test
  void a_handshake_that_drips_is_ended_all_the_same() throws Exception {
    byte[] longRecord = {22, 3, 3, 0x3F, 0x00, 2, 0, 0x3E, 0};
    try (var router =
        ScriptedRouter.playing(caller -> {
          caller.sends(longRecord);
          while (true) {
            LockSupport.parkNanos(20_000_000);
            caller.sends(new byte[] {0});
          }
        })) {
      assertThatThrownBy(() -> openHastily(router.as(verified("ca"))))
          .isInstanceOf(RouterTrouble.Silent.class);
    }
  }

  /** A goodbye over TLS would wait until the router takes it. */
  @Test
  void hanging_up_over_tls_waits_for_nobody_and_resets_the_line() throws Exception {
    CompletableFuture<ScriptedRouter.Caller> line = new CompletableFuture<>();
    CountDownLatch over = new CountDownLatch(1);
    try (var router =
            ScriptedRouter.playing(
                caller -> {
                  caller.letsIn();
                  caller.hears();
                  line.complete(caller);
                  over.await();
                  caller.waitsForHangUp();
                },
                certificates.showing("router").getServerSocketFactory());
        var conversation = ScriptedRouter.conversation(router.as(verified("ca")), Limits.usual())) {
      CompletableFuture<Void> asking =
          CompletableFuture.runAsync(() -> askWithoutEnd(conversation));
      ScriptedRouter.Caller caller = line.get();
      long began = System.nanoTime();
      hangUp(conversation);
      assertThat(asking).succeedsWithin(Duration.ofSeconds(2));
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
      over.countDown();
      Eventually.holds(() -> caller.failure() instanceof SocketException);
      assertThat(caller.failure()).hasMessageContaining("reset");
    }
  }

  private static void hangUp(AutoCloseable conversation) throws Exception {
    conversation.close();
  }

  private static void askWithoutEnd(Conversation conversation) {
    assertThatThrownBy(
            () -> conversation.askAll(List.of(ConversationTest.PRINT, ConversationTest.ENDLESS)))
        .isInstanceOf(RouterTrouble.Silent.class);
  }

  private static Trust verified(String ca) throws IOException, GeneralSecurityException {
    return new Trust.Verified(Optional.of(certificates.pem(ca)));
  }

  private static void opens(String shown, Trust trust) throws Exception {
    try (var router = showing(certificates.showing(shown));
        RouterDoor door = open(router.as(trust))) {
      assertThat(door.isOpen()).isTrue();
    }
  }

  private static void refuses(String shown, Trust trust, String... words) throws Exception {
    try (var router = showing(certificates.showing(shown))) {
      assertThatThrownBy(() -> open(router.as(trust)))
          .isInstanceOf(RouterTrouble.Refused.class)
          .message()
          .contains(words)
          .doesNotContain("s3cret");
    }
  }

  private static RouterDoor open(Router router) {
    return new RouterosDoors().open(router);
  }

  private static RouterDoor openHastily(Router router) {
    return new RouterosDoors(HASTY).open(router);
  }

  private static ScriptedRouter showing(SSLContext tls) {
    return ScriptedRouter.playing(
        caller -> {
          caller.letsIn();
          caller.waitsForHangUp();
        },
        tls.getServerSocketFactory());
  }
}
