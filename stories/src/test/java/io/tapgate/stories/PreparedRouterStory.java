package io.tapgate.stories;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A second router, as MikroTik ships it: prepared by one call, driven from then on, closed while
 * nobody drives it, and made what it was.
 */
@ExtendWith(ShowLogs.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreparedRouterStory {
  private static final String LAN_HOST = "192.168.88.10";
  private static final String ADMINS = "hunter2";
  private static final long FIRST_CHAT = 660_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private Stage stage;
  private int people;

  @BeforeAll
  void open() {
    stage = Stage.withItsOwnClock();
  }

  @AfterAll
  void close() {
    stage.close();
  }

  private PretendRouter asShipped() {
    return PretendRouter.start(
        RouterSettings.usual().withAdmin(ADMINS).withClock(stage.time::now),
        it -> {
          Shipped.withVpn(it);
          withoutTapgate(it);
        });
  }

  private static void withoutTapgate(Configuration router) {
    for (String menu : List.of("/user", "/user/group")) {
      var shelf = router.shelf(menu);
      shelf.where("name", "tapgate").ifPresent(shelf::remove);
    }
  }

  /** Whoever dials in has an account there, which is the admin's. */
  private static String withoutSecrets(PretendRouter router) {
    return router.export().replaceFirst("(?m)^/ppp secret\n(add .*\n)+", "");
  }

  private Map<String, Object> errand(PretendRouter router, String name) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("host", "127.0.0.1");
    body.put("port", router.port());
    body.put("tls", "off");
    body.put("anywhere", true);
    body.put("username", "admin");
    body.put("password", ADMINS);
    body.put("report_to", "http://127.0.0.1:" + stage.doors.port());
    return body;
  }

  private JsonNode prepared(PretendRouter router, String name, String... takeOver) {
    Map<String, Object> body = errand(router, name);
    body.put("take_over", List.of(takeOver));
    body.put("apply", true);
    return posted("/routers/preparation", body);
  }

  private JsonNode posted(String path, Map<String, ?> body) {
    Doors.Answer answer =
        stage.doors.send(
            "POST", "/api/v1" + path, Keys.ADMIN, JSON.writeValueAsString(body), Map.of());
    assertThat(answer.status()).as("%s: %s", path, answer).isEqualTo(200);
    return answer.json();
  }

  private Account somebody() {
    int number = people++;
    stage.telegram.join(new Person(FIRST_CHAT + number, "attic-" + number, "en"));
    return Account.of("attic-" + number, FIRST_CHAT + number);
  }

  /** Somebody whose chat is known, also where no report names it. */
  private Account known() {
    Account somebody = somebody();
    Map<String, Object> client =
        Map.of("name", somebody.name(), "chat_id", somebody.chatId().orElseThrow());
    Doors.Answer answer =
        stage.doors.send(
            "POST", "/api/v1/clients", Keys.ADMIN, JSON.writeValueAsString(client), Map.of());
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return somebody;
  }

  private Message question(Account account) {
    long chat = account.chatId().orElseThrow();
    return stage
        .telegram
        .await(view -> view.chat(chat).messages().stream().anyMatch(this::asks), Eventually.SOON)
        .chat(chat)
        .messages()
        .stream()
        .filter(this::asks)
        .findFirst()
        .orElseThrow();
  }

  private boolean asks(Message message) {
    return message.buttons().findAny().isPresent();
  }

  private void taps(Account account, Message question) {
    long chat = account.chatId().orElseThrow();
    stage.telegram.tap(chat, chat, question.id(), "It's me");
  }

  private static Packet toTheLan(Session from) {
    return Packet.through(from.interfaceName(), "bridge", "tcp", from.address(), LAN_HOST, 443);
  }

  private static boolean passes(PretendRouter router, Session session) {
    return router.judges(toTheLan(session)).passes();
  }

  private static void isPermitted(PretendRouter router, Session session) {
    assertThat(router.await(view -> view.permits(session.address()), Eventually.SOON))
        .matches(view -> view.permits(session.address()));
    assertThat(passes(router, session)).isTrue();
  }

  @Test
  void who_dials_in_is_asked_and_the_tap_opens_the_gate() {
    try (PretendRouter attic = asShipped()) {
      String was = attic.export();
      JsonNode plan = posted("/routers/preparation", errand(attic, "attic"));
      assertThat(plan.path("steps").size()).isGreaterThan(10);
      assertThat(attic.export()).isEqualTo(was);

      JsonNode done = prepared(attic, "attic");
      long id = done.at("/router/id").asLong();
      assertThat(done.path("by_hand").size()).isZero();
      assertThat(prepared(attic, "attic").path("steps").size()).isZero();
      assertThat(posted("/routers/" + id + "/check", Map.of()).path("items").values())
          .extracting(one -> one.path("code").asString())
          .isSubsetOf("api-plain");

      Account alice = somebody();
      Session session = attic.dial(Call.of(alice, "198.51.100.7")).session();
      Message question = question(alice);
      assertThat(passes(attic, session)).isFalse();
      taps(alice, question);
      isPermitted(attic, session);

      posted(
          "/routers/" + id + "/clearing",
          Map.of("username", "admin", "password", ADMINS, "apply", true));
      assertThat(withoutSecrets(attic)).isEqualTo(was);
      assertThat(stage.doors.get("/api/v1/routers/" + id, Keys.ADMIN).status()).isEqualTo(404);
    }
  }

  @Test
  void a_session_of_before_goes_on_as_confirmed_if_an_admin_answers_for_it() {
    try (PretendRouter cellar = asShipped()) {
      Account boris = somebody();
      Session session = cellar.dial(Call.of(boris, "198.51.100.8")).session();
      Session other = cellar.dial(Call.of(somebody(), "198.51.100.9")).session();
      assertThat(passes(cellar, session)).isTrue();

      JsonNode done = prepared(cellar, "cellar", boris.name());

      assertThat(done.at("/taken_over/0").asString()).isEqualTo(boris.name());
      isPermitted(cellar, session);
      assertThat(cellar.view().sessions()).doesNotContain(other).hasSize(1);
    }
  }

  /** Nobody is in who was not permitted before, and then what came up meanwhile is asked about. */
  @Test
  void with_nobody_there_for_an_hour_nobody_gets_in_and_then_everybody_is_asked() {
    try (PretendRouter shed = asShipped()) {
      JsonNode done = prepared(shed, "shed");
      Account anna = somebody();
      Session permitted = shed.dial(Call.of(anna, "198.51.100.10")).session();
      taps(anna, question(anna));
      isPermitted(shed, permitted);

      Account newcomer = known();
      Account heir = known();
      stage.api().kill();
      Session unheard = shed.dial(Call.of(newcomer, "198.51.100.11")).session();
      assertThat(passes(shed, unheard)).isFalse();
      shed.vanish(permitted);
      Session inherited =
          shed.dial(Call.of(heir, "198.51.100.12").at(permitted.address())).session();
      assertThat(passes(shed, inherited)).isFalse();
      stage.time.passes(Duration.ofHours(1));
      assertThat(shed.view().list("PERMIT")).isEmpty();
      assertThat(passes(shed, unheard)).isFalse();
      assertThat(passes(shed, inherited)).isFalse();

      stage.startApi();
      taps(newcomer, question(newcomer));
      isPermitted(shed, unheard);
      taps(heir, question(heir));
      isPermitted(shed, inherited);
      assertThat(done.at("/router/name").asString()).isEqualTo("shed");
    }
  }

  /** The same tunnel address on two routers, one of which hangs. */
  @Test
  void a_router_that_hangs_is_not_noticed_at_another() {
    try (PretendRouter hangs = asShipped();
        PretendRouter well = asShipped()) {
      prepared(hangs, "hangs");
      prepared(well, "well");
      Account left = somebody();
      Account right = somebody();
      Session there = hangs.dial(Call.of(left, "198.51.100.13").at("10.8.0.77")).session();
      Message asked = question(left);
      hangs.silent();
      taps(left, asked);

      Session here = well.dial(Call.of(right, "198.51.100.14").at("10.8.0.77")).session();
      taps(right, question(right));

      isPermitted(well, here);
      assertThat(passes(hangs, there)).isFalse();
      hangs.on();
      isPermitted(hangs, there);
    }
  }
}
