package io.tapgate.router.botapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tapgate.address.Network;
import io.tapgate.router.PostOffice;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Telegram says that it is, and what is made of it when it says nothing, or nonsense. */
class AskingTelegramTest {
  private static final Network FOUR = Network.parse("149.154.160.0/20");

  private final AtomicLong now = new AtomicLong();
  private HttpServer server;
  private AskingTelegram asking;
  private int asked;
  private int status = 200;
  private String page = "149.154.160.0/20\n2001:67c:4e8::/48\n";

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/cidr.txt",
        exchange -> {
          asked++;
          byte[] body = page.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    HttpUrl url = HttpUrl.get("http://127.0.0.1:" + server.getAddress().getPort() + "/cidr.txt");
    asking = new AskingTelegram(new OkHttpClient(), url, now::get, Runnable::run);
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private PostOffice.Networks heard() {
    PostOffice.Networks _ = asking.networks();
    return asking.networks();
  }

  private void passes(Duration span) {
    now.addAndGet(span.toNanos());
  }

  @Test
  void what_it_says_holds_and_it_is_not_asked_again_for_hours() {
    assertThat(heard()).isEqualTo(new PostOffice.Networks(Set.of(FOUR), true));
    passes(Duration.ofHours(6).minusSeconds(1));
    page = "91.108.4.0/22";
    assertThat(heard().all()).containsExactly(FOUR);
    assertThat(asked).isOne();
    passes(Duration.ofSeconds(1));
    assertThat(heard().all()).containsExactly(Network.parse("91.108.4.0/22"));
    assertThat(asked).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Sign in to this hotel</html>",
        "0.0.0.0/0",
        "149.154.160.0/20\n10.0.0.0/16",
        "149.0.0.0/8",
        "192.168.88.0/24",
        "149.154.160.0",
        "2001:67c:4e8::/48"
      })
  void a_page_that_cannot_be_true_changes_nothing(String nonsense) {
    page = nonsense;
    assertThat(heard()).isEqualTo(AskingTelegram.SHIPPED);
  }

  @Test
  void a_page_without_an_end_changes_nothing() {
    page = "149.154.160.0/20\n".repeat(5_000);
    assertThat(heard()).isEqualTo(AskingTelegram.SHIPPED);
  }

  @Test
  void what_it_said_last_holds_while_it_says_nothing_and_it_is_asked_again_soon() {
    PostOffice.Networks said = heard();
    status = 503;
    passes(Duration.ofHours(6));
    assertThat(heard()).isEqualTo(said);
    server.stop(0);
    passes(Duration.ofMinutes(10));
    assertThat(heard()).isEqualTo(said);
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void what_is_shipped_is_what_the_script_writes() throws IOException {
    assertThat(script())
        .hasSize(9)
        .hasSameElementsAs(AskingTelegram.SHIPPED.all().stream().map(Network::toString).toList());
  }

  private static List<String> script() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            AskingTelegramTest.class.getResourceAsStream("/router-scripts/prepare.rsc"))) {
      return Pattern.compile("\"([0-9.]+/[0-9]+)\"")
          .matcher(new String(in.readAllBytes(), UTF_8))
          .results()
          .map(found -> found.group(1))
          .toList();
    }
  }
}
