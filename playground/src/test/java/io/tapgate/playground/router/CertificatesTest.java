package io.tapgate.playground.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.time.HandClock;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates, and the certificates that become of them. */
class CertificatesTest {
  private static final String MENU = "/certificate";

  private final HandClock clock = new HandClock();
  private PretendRouter router =
      PretendRouter.start(RouterSettings.usual().withLogin("admin", "secret").withClock(clock));
  private ApiCaller admin;

  @BeforeEach
  void login() throws IOException {
    admin = ApiCaller.loggedIn(router);
  }

  @AfterEach
  void close() throws IOException {
    admin.close();
    router.close();
  }

  private Map<String, String> named(String name) throws IOException {
    return admin.rows(MENU + "/print", "?name=" + name).getFirst();
  }

  private String add(String name, String... words) throws IOException {
    String[] all = new String[words.length + 4];
    all[0] = MENU + "/add";
    all[1] = "=name=" + name;
    all[2] = "=common-name=" + name + ".example";
    all[3] = "=key-size=prime256v1";
    System.arraycopy(words, 0, all, 4, words.length);
    return admin.value(all);
  }

  @Test
  void a_template_has_neither_key_nor_fingerprint() throws IOException {
    String id = admin.value(MENU + "/add", "=name=api", "=common-name=router");

    assertThat(named("api"))
        .containsEntry(".id", id)
        .containsEntry("key-type", "rsa")
        .containsEntry("key-size", "2048")
        .containsEntry("days-valid", "365")
        .containsEntry("private-key", "false")
        .containsEntry("trusted", "false")
        .doesNotContainKeys("fingerprint", "invalid-after", "authority");
  }

  @Test
  void signing_makes_a_key_and_a_certificate_that_says_what_was_wanted() throws IOException {
    String id =
        add(
            "api",
            "=subject-alt-name=IP:127.0.0.1,DNS:router.example",
            "=days-valid=30",
            "=key-usage=tls-server,digital-signature");

    List<List<String>> replies = admin.ask(MENU + "/sign", "=number=" + id);

    assertThat(replies).containsExactly(List.of("!re", "=progress=done"), List.of("!done"));
    Map<String, String> row = named("api");
    assertThat(row)
        .containsEntry("private-key", "true")
        .containsEntry("key-type", "ec")
        .containsEntry("key-usage", "digital-signature,tls-server")
        .containsEntry("invalid-before", "2026-11-21 12:00:00")
        .containsEntry("invalid-after", "2026-12-21 12:00:00")
        .containsEntry("expires-after", "4w2d")
        .containsEntry("issuer", "CN=api.example")
        .doesNotContainKeys("authority", "issued", "expired");
    assertThat(row.get("fingerprint")).matches("[0-9a-f]{64}");
    assertThat(row.get("skid")).matches("[0-9a-f]{40}");
    assertThat(List.copyOf(row.keySet()))
        .containsSubsequence(".id", "name", "common-name", "trusted", "fingerprint", "private-key");
    assertThat(admin.trap(MENU + "/sign", "=number=api")).isEqualTo("failure: already signed");
  }

  @Test
  void what_is_printed_is_what_a_tls_client_meets() throws IOException {
    add("ca", "=key-usage=key-cert-sign,crl-sign");
    add("api", "=key-usage=tls-server,digital-signature", "=subject-alt-name=IP:127.0.0.1");
    admin.ask(MENU + "/sign", "=number=ca");
    admin.ask(MENU + "/sign", "=number=api", "=ca=ca");
    router.configure(written -> {
      var services = written.shelf("/ip/service");
      boolean _ =
          services.change(
              services.where("name", "api-ssl").orElseThrow(), Map.of("certificate", "api"));
    });

    assertThat(named("ca")).containsEntry("authority", "true").containsEntry("trusted", "true");
    assertThat(named("api"))
        .containsEntry("ca", "ca")
        .containsEntry("issued", "true")
        .containsEntry("trusted", "false")
        .containsEntry("issuer", "CN=ca.example")
        .containsEntry("akid", named("ca").get("skid"));
    try (Socket socket =
        Tls.trusting(named("api").getOrDefault("fingerprint", ""), router.tlsPort())) {
      assertThat(socket.isConnected()).isTrue();
    }
  }

  @Test
  void a_certificate_runs_out_by_the_routers_own_clock() throws IOException {
    add("api", "=days-valid=1");
    admin.ask(MENU + "/sign", "=number=api");

    router.setClockWrong(Duration.ofDays(2));

    assertThat(named("api")).containsEntry("expired", "true").doesNotContainKey("expires-after");
    router.setClockWrong(Duration.ZERO);
    assertThat(named("api")).containsEntry("expires-after", "1d").doesNotContainKey("expired");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/certificate/sign | missing value(s) of argument(s) number",
        "/certificate/sign =number=nobody | no such item",
        "/certificate/sign =.id=*1 | unknown parameter .id",
        "/certificate/sign =number=api =ca=nobody | input does not match any value of ca",
        "/certificate/sign =number=api =ca=api | input does not match any value of ca",
        "/certificate/add =name=api | failure: certificate with such name exists",
        "/certificate/add =name=x =key-size=12 | invalid value for argument key-size",
        "/certificate/add =name=x =key-usage=fun | invalid value for argument key-usage",
        "/certificate/add =name=x =fingerprint=1 | unknown parameter fingerprint"
      })
  void what_a_router_does_not_take_it_refuses(String typed, String words) throws IOException {
    add("api");
    assertThat(admin.trap(typed.split(" "))).isEqualTo(words);
  }

  @Test
  void a_certificate_goes_and_none_is_ever_exported() throws IOException {
    String before = router.export();
    String id = add("api");
    admin.ask(MENU + "/sign", "=number=api");

    assertThat(router.export()).isEqualTo(before);
    admin.ask(MENU + "/remove", "=numbers=" + id);
    assertThat(admin.rows(MENU + "/print")).noneMatch(row -> "api".equals(row.get("name")));
  }

  @Test
  void dates_look_as_the_version_prints_them() throws IOException {
    close();
    router =
        PretendRouter.start(
            RouterSettings.usual()
                .withLogin("admin", "secret")
                .withClock(clock)
                .withVersion("6.49"));
    login();
    add("api");
    admin.ask(MENU + "/sign", "=number=api");

    assertThat(named("api")).containsEntry("invalid-before", "nov/21/2026 12:00:00");
  }
}
