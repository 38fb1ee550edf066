package io.tapgate.playground.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.device.RouterWeather;
import io.tapgate.playground.telegram.Button;
import io.tapgate.playground.telegram.PretendTelegram;
import io.tapgate.playground.telegram.TelegramWeather;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.SocketFactory;
import me.legrange.mikrotik.ApiConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoorsTest extends PageTest {
  private static final Map<String, ?> ALICE = Map.of("person", "alice");
  private static final Duration SOON = Duration.ofSeconds(5);

  DoorsTest() throws IOException {}

  private PretendRouter router() {
    return playground.router();
  }

  private PretendTelegram telegram() {
    return playground.telegram();
  }

  private JsonNode bot(String method, Map<String, ?> parameters) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(playground.url() + "bot1:secret/" + method))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    new JsonMapper().writeValueAsString(parameters)))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return new JsonMapper().readTree(body).path("result");
    }
  }

  private int question(long chat) throws Exception {
    Map<String, ?> button = Map.of("text", "It's me", "callback_data", "c:1");
    Map<String, ?> markup = Map.of("inline_keyboard", List.of(List.of(button)));
    return bot("sendMessage", Map.of("chat_id", chat, "text", "You?", "reply_markup", markup))
        .path("message_id")
        .asInt();
  }

  @Test
  void connect_brings_the_tunnel_up_in_the_sandbox_and_tells_the_api() {
    JsonNode session = visitor.post("connect", ALICE).json();

    String address = session.path("address").asString();
    assertThat(router().view().denies(address)).isTrue();
    assertThat(router().view().permits(address)).isFalse();
    router().await(view -> !api.hooks.isEmpty(), SOON);
    assertThat(api.hooks.getFirst())
        .startsWith("/client/connect ")
        .contains("\"name\":\"alice\"", "\"chat_id\":\"7001\"", address, "198.51.100.23");
  }

  @Test
  void hang_up_ends_the_session_and_clears_the_lists() {
    visitor.post("connect", ALICE);

    assertThat(visitor.post("hang-up", ALICE).status()).isEqualTo(200);

    assertThat(router().view().sessions()).isEmpty();
    assertThat(router().view().denied()).isEmpty();
    assertThat(visitor.post("hang-up", ALICE).status()).isEqualTo(409);
  }

  @Test
  void of_several_sessions_one_can_be_ended() {
    String first = visitor.post("connect", ALICE).json().path("session").asString();
    Map<String, ?> phone = Map.of("person", "alice", "caller", "198.51.100.99");
    String second = visitor.post("connect", phone).json().path("session").asString();

    visitor.post("hang-up", Map.of("session", first));

    assertThat(router().view().sessions())
        .extracting(session -> session.sessionId())
        .containsExactly(second);
  }

  @Test
  void a_tap_goes_to_the_bot_and_only_while_the_button_is_there() throws Exception {
    int message = question(7001);
    Map<String, ?> tap = Map.of("person", "alice", "message", message, "button", "It's me");

    assertThat(visitor.post("tap", tap).status()).isEqualTo(200);
    assertThat(telegram().view().waiting()).hasSize(1);

    bot("editMessageReplyMarkup", Map.of("chat_id", 7001, "message_id", message));
    Visitor.Seen late = visitor.post("tap", tap);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.detail()).contains("It's me");
    Map<String, ?> forged =
        Map.of("person", "boris", "chat", 7001, "message", message, "data", "x");
    assertThat(visitor.post("forge", forged).status()).isEqualTo(200);
  }

  @Test
  void what_a_person_writes_reaches_the_chat() {
    visitor.post("write", Map.of("person", "boris", "text", " /start "));

    assertThat(telegram().view().chat(7002).last().orElseThrow().text()).isEqualTo("/start");
    assertThat(visitor.post("write", Map.of("person", "boris", "text", " ")).status())
        .isEqualTo(400);
  }

  @Test
  void somebody_new_can_join_and_connect() {
    Map<String, ?> dora =
        Map.of("person", "dora", "chat", 9000, "account", "dora", "caller", "203.0.113.7");

    assertThat(visitor.post("join", dora).status()).isEqualTo(200);
    assertThat(visitor.post("join", dora).status()).isEqualTo(409);

    assertThat(visitor.post("connect", Map.of("person", "dora")).status()).isEqualTo(200);
  }

  @Test
  void a_person_can_block_the_bot() {
    visitor.post("block", Map.of("person", "alice", "blocked", true));
    assertThat(telegram().view().blockedBy()).containsExactly(7001L);

    visitor.post("block", Map.of("person", "alice", "blocked", false));
    assertThat(telegram().view().blockedBy()).isEmpty();
  }

  @Test
  void both_ends_can_be_switched() {
    visitor.post("router", Map.of("power", "off"));
    visitor.post("telegram", Map.of("power", "silent"));

    assertThat(router().view().weather()).isEqualTo(new RouterWeather.Off());
    assertThat(telegram().view().weather()).isEqualTo(new TelegramWeather.Silent());
    assertThat(visitor.state().path("router").path("weather").path("weather").asString())
        .isEqualTo("off");
    assertThat(visitor.state().path("telegram").path("weather").path("weather").asString())
        .isEqualTo("silent");
    assertThat(visitor.post("router", Map.of("power", "maybe")).status()).isEqualTo(400);
  }

  @Test
  void each_weather_of_the_router_has_its_word() {
    List<Map<String, ?>> weathers =
        List.of(
            Map.of("weather", "refusing", "text", "access denied"),
            Map.of("weather", "mute"),
            Map.of("weather", "cut", "whole", 3),
            Map.of("weather", "slow", "millis", 1500),
            Map.of("weather", "trapping", "text", "timeout", "rows", 2, "verbs", List.of("print")),
            Map.of("weather", "fatal", "text", "not logged in"),
            Map.of("weather", "off"),
            Map.of("weather", "silent"),
            Map.of("weather", "fine"));
    for (Map<String, ?> weather : weathers) {
      Visitor.Seen answer = visitor.post("router/weather", weather);

      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(visitor.state().path("router").path("weather"))
          .isEqualTo(new JsonMapper().<JsonNode>valueToTree(weather));
    }
    assertThat(visitor.post("router/weather", Map.of("weather", "hail")).detail())
        .isEqualTo("The field weather knows no \"hail\".");
    assertThat(visitor.post("router/weather", Map.of("weather", "slow", "millis", -1)).detail())
        .isEqualTo("The field millis has to be from 0 to 86400000.");
  }

  @Test
  void each_weather_of_telegram_has_its_word() {
    List<Map<String, ?>> weathers =
        List.of(
            Map.of("weather", "off"),
            Map.of("weather", "silent"),
            Map.of("weather", "mute"),
            Map.of("weather", "cut"),
            Map.of("weather", "slow", "millis", 1500),
            Map.of("weather", "failing", "status", 502),
            Map.of("weather", "flooded", "millis", 7000),
            Map.of("weather", "strict"),
            Map.of("weather", "late", "millis", 5000, "every", 2),
            Map.of("weather", "fine"));
    for (Map<String, ?> weather : weathers) {
      Visitor.Seen answer = visitor.post("telegram/weather", weather);

      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(visitor.state().path("telegram").path("weather"))
          .isEqualTo(new JsonMapper().<JsonNode>valueToTree(weather));
    }
  }

  @Test
  void the_router_can_be_rebooted_and_its_connections_stalled() {
    visitor.post("connect", ALICE);

    assertThat(visitor.post("router/stall", Map.of()).status()).isEqualTo(200);
    assertThat(visitor.post("router/reboot", Map.of()).status()).isEqualTo(200);

    assertThat(router().view().sessions()).isEmpty();
  }

  @Test
  void the_page_shows_into_which_version_the_router_was_rebooted() {
    assertThat(visitor.post("router/reboot", Map.of("version", "6.49")).status()).isEqualTo(200);

    assertThat(visitor.state().path("router").path("version").asString()).isEqualTo("6.49");
  }

  @Test
  void the_page_shows_how_each_person_is_reached() {
    for (String reach : List.of("not-found", "deactivated", "blocked", "open")) {
      visitor.post("telegram/reach", Map.of("person", "alice", "reach", reach));

      JsonNode people = visitor.state().path("people");
      assertThat(people.path(0).path("reach").asString()).isEqualTo(reach);
      assertThat(people.path(1).path("reach").asString()).isEqualTo("open");
    }
  }

  @Test
  void one_chat_can_be_lost_and_updates_come_again() {
    visitor.post("telegram/reach", Map.of("person", "alice", "reach", "not-found"));
    assertThat(visitor.post("telegram/reach", Map.of("person", "alice", "reach", "up")).status())
        .isEqualTo(400);
    visitor.post("telegram/reach", Map.of("person", "alice", "reach", "blocked"));

    assertThat(telegram().view().blockedBy()).containsExactly(7001L);
    assertThat(visitor.post("telegram/again", Map.of()).json().path("updates").asInt(-1)).isZero();
  }

  @Test
  void the_routers_log_can_be_read_from_where_one_left_off() {
    visitor.post("connect", ALICE);

    JsonNode whole = visitor.get("playground/router/log").json();
    int before = 0;
    while (!whole.path("happenings").path(before).path("what").asString().equals("session-up")) {
      before++;
    }
    JsonNode log = visitor.get("playground/router/log?after=" + before).json();

    assertThat(whole.path("complete").asBoolean()).isTrue();
    JsonNode up = log.path("happenings").path(0);
    assertThat(up.path("what").asString()).isEqualTo("session-up");
    assertThat(up.path("by").path("account").asString()).isEqualTo("alice");
    assertThat(up.path("session").path("caller").asString()).isEqualTo("198.51.100.23");
    assertThat(up.path("at").asString()).endsWith("Z");
    JsonNode rest = visitor.get("playground/router/log?after=1").json();
    assertThat(rest.path("complete").asBoolean()).isFalse();
    assertThat(rest.path("happenings").path(0).path("number").asInt()).isEqualTo(2);
  }

  @Test
  void every_tap_can_be_read_again() throws Exception {
    int message = question(7001);
    visitor.post("tap", Map.of("person", "alice", "message", message, "button", "It's me"));

    JsonNode taps = visitor.get("playground/telegram/taps").json().path("taps");

    assertThat(taps).hasSize(1);
    assertThat(taps.path(0).path("person").asLong()).isEqualTo(7001);
    assertThat(taps.path(0).path("message").asInt()).isEqualTo(message);
    assertThat(taps.path(0).path("data").asString()).isEqualTo("c:1");
  }

  @Test
  void the_admin_is_a_person_with_a_phone_and_no_account() throws Exception {
    int message = question(42);

    Map<String, ?> tap = Map.of("person", "admin", "message", message, "button", "c:1");
    assertThat(visitor.post("tap", tap).status()).isEqualTo(200);
    assertThat(visitor.post("connect", Map.of("person", "admin")).status()).isEqualTo(409);
    assertThat(telegram().view().people()).hasSize(4);
  }

  @Test
  void the_state_tells_what_the_page_shows() throws Exception {
    visitor.post("connect", ALICE);
    question(7001);

    JsonNode state = visitor.state();

    JsonNode deny = state.path("router").path("lists").path(0);
    assertThat(deny.path("kind").asString()).isEqualTo("deny");
    assertThat(deny.path("name").asString()).isEqualTo("tapgate-deny");
    assertThat(deny.path("entries")).hasSize(1);
    assertThat(state.path("router").path("sessions").path(0).path("account").asString())
        .isEqualTo("alice");
    JsonNode key =
        state.path("telegram").path("chats").path(0).path("messages").path(0).path("keyboard");
    assertThat(key.path(0).path(0).path("label").asString()).isEqualTo("It's me");
    assertThat(telegram().view().chat(7001).last().orElseThrow().buttons())
        .extracting(Button::data)
        .containsExactly("c:1");
  }

  @Test
  void a_caller_on_the_ban_list_is_not_let_in() throws Exception {
    try (ApiConnection admin =
        ApiConnection.connect(SocketFactory.getDefault(), "127.0.0.1", router().port(), 5000)) {
      admin.login("tapgate", "password");
      admin.execute("/ip/firewall/address-list/add list=tapgate-ban address=198.51.100.23");
    }

    Visitor.Seen answer = visitor.post("connect", ALICE);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.detail()).contains("banned");
    assertThat(router().view().sessions()).isEmpty();
  }

  @Test
  void an_address_that_is_none_is_not_dialled() {
    assertThat(visitor.post("connect", Map.of("person", "alice", "address", "nonsense")).status())
        .isEqualTo(400);
    assertThat(router().view().sessions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{}",
        "{\"person\":7}",
        "{\"person\":null}",
        "{\"person\":\"nobody\"}"
      })
  void what_cannot_be_read_is_a_problem_that_says_why(String body) {
    for (String door : List.of("connect", "hang-up", "tap", "forge", "write", "block", "join")) {
      Visitor.Seen answer = visitor.post(door, body, "Content-Type", "application/json");
      assertThat(answer.status()).as(door + " " + body).isIn(400, 404);
      assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
      assertThat(answer.detail()).isNotBlank();
    }
  }

  @Test
  void a_field_of_the_wrong_kind_is_named() {
    Map<String, ?> tap = Map.of("person", "alice", "message", "first", "button", "It's me");

    assertThat(visitor.post("tap", tap).detail())
        .isEqualTo("The field message has to be a whole number.");
    assertThat(visitor.post("block", Map.of("person", "alice", "blocked", "yes")).detail())
        .isEqualTo("The field blocked has to be true or false.");
    assertThat(visitor.post("tap", Map.of("person", "alice", "message", 1)).detail())
        .isEqualTo("The field button is missing.");
  }

  @Test
  void a_body_has_a_limit_and_a_door_that_is_none_is_not_found() {
    assertThat(visitor.post("connect", Map.of("person", "x".repeat(70_000))).status())
        .isEqualTo(413);
    assertThat(visitor.post("unheard-of", Map.of()).status()).isEqualTo(404);
    assertThat(visitor.get("playground/nothing").status()).isEqualTo(404);
  }
}
