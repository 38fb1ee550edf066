package io.tapgate.stories;

import static io.tapgate.stories.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.playground.router.config.Configuration;
import io.tapgate.playground.router.config.Shipped;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.router.filter.Packet;
import io.tapgate.playground.telegram.Message;
import io.tapgate.playground.telegram.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The router of the settings, as MikroTik ships it: Tapgate is started first, the router prepared
 * then, kept true, and given back as it was.
 */
@ExtendWith(ShowLogs.class)
class FirstRouterStory {
  private static final String ADMINS = "hunter2";
  private static final long CHAT = 670_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private HttpServer page;
  private PretendRouter office;
  private Stage stage;

  @BeforeEach
  void open() throws IOException {
    page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    page.createContext(
        "/cidr.txt",
        exchange -> {
          byte[] body = "149.154.160.0/20\n203.0.112.0/22\n".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    page.start();
    office =
        PretendRouter.start(
            RouterSettings.usual().withAdmin(ADMINS),
            it -> {
              Shipped.withVpn(it);
              withoutTapgate(it);
            });
    stage =
        Stage.on(
            Postgres.fresh(),
            Map.of(
                "ROUTER_PORT",
                Integer.toString(office.port()),
                "RECONCILE_EVERY",
                "10s",
                "TELEGRAM_NETWORKS_URL",
                "http://127.0.0.1:" + page.getAddress().getPort() + "/cidr.txt"));
    stage.startApi();
    stage.startWatcher();
  }

  @AfterEach
  void close() {
    stage.close();
    office.close();
    page.stop(0);
  }

  private static void withoutTapgate(Configuration router) {
    for (String menu : List.of("/user", "/user/group")) {
      var shelf = router.shelf(menu);
      shelf.where("name", "tapgate").ifPresent(shelf::remove);
    }
  }

  private Map<String, Object> admins() {
    return new HashMap<>(Map.of("username", "admin", "password", ADMINS, "apply", true));
  }

  private JsonNode posted(String path, Map<String, ?> body) {
    Doors.Answer answer =
        stage.doors.send(
            "POST", "/api/v1" + path, Keys.ADMIN, JSON.writeValueAsString(body), Map.of());
    assertThat(answer.status()).as("%s: %s", path, answer).isEqualTo(200);
    return answer.json();
  }

  private JsonNode prepared() {
    Map<String, Object> body = admins();
    body.putAll(
        Map.of(
            "name",
            "office",
            "host",
            "127.0.0.1",
            "port",
            office.port(),
            "tls",
            "off",
            "anywhere",
            true,
            "report_to",
            "http://127.0.0.1:" + stage.doors.port()));
    return posted("/routers/preparation", body);
  }

  private boolean isLetIn() {
    return stage
        .doors
        .get("/api/v1/routers/1", Keys.ADMIN)
        .json()
        .at("/condition/state")
        .asString()
        .equals("open");
  }

  private Message question() {
    return stage
        .telegram
        .await(
            view ->
                view.chat(CHAT).messages().stream()
                    .anyMatch(one -> one.buttons().findAny().isPresent()),
            Eventually.SOON)
        .chat(CHAT)
        .messages()
        .getLast();
  }

  private boolean reaches(Session session, String address) {
    return office
        .judges(
            Packet.through(
                session.interfaceName(), "ether1", "tcp", session.address(), address, 443))
        .passes();
  }

  @Test
  void it_is_prepared_kept_true_and_given_back() {
    String was = office.export();
    assertThat(isLetIn()).as("nobody made its user yet").isFalse();

    JsonNode done = prepared();

    assertThat(done.at("/router/id").asLong()).as("the router of the settings").isOne();
    eventually("it is driven", this::isLetIn);
    assertThat(done.path("by_hand").toString()).isEqualTo("[]");

    stage.telegram.join(new Person(CHAT, "alice", "en"));
    Session session = office.dial(Call.of(Account.of("alice", CHAT), "198.51.100.7")).session();
    Message asked = question();
    assertThat(reaches(session, "192.168.88.10")).isFalse();
    eventually("Telegram is where it says", () -> reaches(session, "203.0.113.5"));
    eventually("and nowhere else", () -> !reaches(session, "91.108.4.5"));
    stage.telegram.tap(CHAT, CHAT, asked.id(), "It's me");
    eventually("let in", () -> reaches(session, "192.168.88.10"));

    JsonNode cleared = posted("/routers/1/clearing", admins());

    assertThat(cleared.path("by_hand").toString()).contains("settings still name");
    assertThat(office.view().sessions()).isEmpty();
    assertThat(office.export().replaceFirst("(?m)^/ppp secret\n(add .*\n)+", "")).isEqualTo(was);
  }
}
