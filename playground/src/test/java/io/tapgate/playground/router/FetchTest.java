package io.tapgate.playground.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.tapgate.playground.router.certificate.Certified;
import io.tapgate.playground.router.certificate.Signing;
import io.tapgate.playground.router.certificate.Template;
import io.tapgate.playground.time.HandClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The router tries to reach somebody by HTTP, at an admin's word. */
class FetchTest {
  private static Certified known;

  private final HandClock clock = new HandClock();
  private final HookDoor door = new HookDoor();
  private PretendRouter router = start("7.22");
  private ApiCaller admin;

  FetchTest() throws IOException {}

  @BeforeAll
  static void certificate() throws IOException, InterruptedException {
    Map<String, String> said =
        Map.of(
            "common-name", "tapgate",
            "key-size", "prime256v1",
            "digest-algorithm", "sha256",
            "days-valid", "30",
            "key-usage", "digital-signature,tls-server",
            "subject-alt-name", "IP:127.0.0.1");
    Instant from = new HandClock().instant().minus(Duration.ofDays(1));
    known = Signing.sign(new Template(name -> said.getOrDefault(name, ""), from), Optional.empty());
  }

  private PretendRouter start(String version) {
    return PretendRouter.start(
        RouterSettings.usual().withLogin("admin", "secret").withClock(clock).withVersion(version));
  }

  @BeforeEach
  void login() throws IOException {
    admin = ApiCaller.loggedIn(router);
  }

  @AfterEach
  void close() throws IOException {
    admin.close();
    router.close();
    door.close();
  }

  private String[] fetch(String url, String... words) {
    String[] all = new String[words.length + 3];
    all[0] = "/tool/fetch";
    all[1] = "=url=" + url;
    all[2] = "=output=none";
    System.arraycopy(words, 0, all, 3, words.length);
    return all;
  }

  /** The message of the trap behind the rows. */
  private String failure(String... words) throws IOException {
    List<List<String>> replies = admin.ask(words);
    assertThat(replies).hasSizeGreaterThan(1);
    List<String> trap = replies.get(replies.size() - 2);
    assertThat(trap.getFirst()).isEqualTo("!trap");
    return trap.getLast().replaceFirst("^=message=", "");
  }

  @Test
  void a_request_really_goes_out_and_how_it_went_is_told_in_rows() throws IOException {
    List<List<String>> replies =
        admin.ask(
            fetch(
                door.url() + "/ping?x=1",
                "=http-method=post",
                "=http-data=hello",
                "=http-header-field=Authorization: Bearer t,X-Other: 1",
                "=duration=5s"));

    assertThat(door.knocks())
        .containsExactly(new HookDoor.Knock("POST /ping?x=1", "Bearer t", "hello"));
    assertThat(replies)
        .containsExactly(
            List.of("!re", "=status=connecting", "=.section=0"),
            List.of(
                "!re",
                "=status=finished",
                "=code=200",
                "=downloaded=0",
                "=total=0",
                "=duration=1s",
                "=.section=1"),
            List.of("!done"));
    assertThat(router.commands().toString()).doesNotContain("Bearer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7.12 | failure: Fetch failed with status 404",
        "7.22 | failure: Fetch failed with status 404",
        "7.24 | failure: Status 404, Not Found"
      })
  void an_answer_that_is_no_success_fails(String version, String words) throws IOException {
    router.reboot(RouterVersion.parse(version));
    admin = ApiCaller.loggedIn(router);
    door.answers(404);

    assertThat(failure(fetch(door.url().toString()))).isEqualTo(words);
  }

  @Test
  void version_6_words_it_at_length() throws IOException {
    router.reboot(RouterVersion.parse("6.49"));
    admin = ApiCaller.loggedIn(router);
    door.answers(503);

    assertThat(failure(fetch(door.url().toString())))
        .isEqualTo(
            "failure: closing connection: <503 Service Unavailable> 127.0.0.1:"
                + door.url().getPort()
                + " (4)");
  }

  @Test
  void where_nobody_listens_or_nobody_answers_it_fails() throws IOException {
    assertThat(failure(fetch("http://127.0.0.1:1"))).isEqualTo("failure: connection refused");
    door.getsStuck();
    assertThat(failure(fetch(door.url().toString(), "=duration=1s")))
        .isEqualTo("failure: connection timeout");
  }

  @Test
  void a_device_mode_may_forbid_it() throws IOException {
    router.configure(written -> {
      var mode = written.shelf("/system/device-mode");
      boolean _ = mode.change(mode.all().getFirst(), Map.of("fetch", "false"));
    });

    assertThat(admin.trap(fetch(door.url().toString())))
        .isEqualTo("failure: not allowed by device-mode");
    assertThat(door.knocks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7.22 | =url=ftp://x | failure: invalid URL",
        "7.22 | =url=http://x =http-method=fly | input does not match any value of http-method",
        "7.22 | =url=http://x =colour=red | unknown parameter colour",
        "7.12 | =url=http://x =idle-timeout=5s | unknown parameter idle-timeout",
        "7.22 | =http-method=get | missing value(s) of argument(s) url"
      })
  void what_a_router_does_not_take_it_refuses(String version, String typed, String words)
      throws IOException {
    router.reboot(RouterVersion.parse(version));
    admin = ApiCaller.loggedIn(router);
    String[] said = ("/tool/fetch =output=none " + typed).split(" ");

    assertThat(admin.trap(said)).isEqualTo(words);
  }

  @Test
  void it_can_be_cancelled() throws IOException, InterruptedException {
    door.getsStuck();
    admin.say("/tool/fetch", "=url=" + door.url(), "=output=none", ".tag=1");
    assertThat(admin.hear().orElseThrow().words()).contains("=status=connecting");
    admin.say("/cancel", "=tag=1", ".tag=2");

    assertThat(admin.hear().orElseThrow().words()).contains("!trap", "=message=interrupted");
    assertThat(admin.hear().orElseThrow().words()).contains("!done", ".tag=2");
    assertThat(admin.hear().orElseThrow().words()).contains("!done", ".tag=1");
  }

  @Test
  void a_certificate_is_checked_only_when_asked_for_and_then_by_what_is_trusted()
      throws IOException {
    HttpsServer secure =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(known.context()));
    secure.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    secure.start();
    String url = "https://127.0.0.1:" + secure.getAddress().getPort();
    try {
      assertThat(admin.ask(fetch(url)).getLast()).containsExactly("!done");
      assertThat(failure(fetch(url, "=check-certificate=yes")))
          .isEqualTo("failure: SSL: ssl: no trusted CA certificate found (6)");

      router.trust("tapgate", known.certificate());

      assertThat(admin.ask(fetch(url, "=check-certificate=yes")).get(1))
          .contains("=status=finished");
      assertThat(failure(fetch(url.replace("127.0.0.1", "localhost"), "=check-certificate=yes")))
          .isEqualTo("failure: SSL: ssl: certificate is not for localhost (6)");
      router.setClockWrong(Duration.ofDays(-365));
      assertThat(failure(fetch(url, "=check-certificate=yes")))
          .startsWith("failure: SSL: ssl: cert not valid (before: 2026-11-20T12:00:00Z > now: ");
    } finally {
      secure.stop(0);
    }
  }
}
