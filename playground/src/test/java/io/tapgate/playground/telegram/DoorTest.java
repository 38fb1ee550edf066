package io.tapgate.playground.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DoorTest extends TelegramTest {

  @Test
  void the_bot_learns_who_it_is() throws Exception {
    JsonNode me = bot.get("getMe").result();

    assertThat(me.path("id").asLong()).isEqualTo(4711);
    assertThat(me.path("is_bot").asBoolean()).isTrue();
    assertThat(me.path("username").asString()).isNotEmpty();
  }

  @Test
  void a_wrong_token_opens_nothing() throws Exception {
    Bot.Reply reply = new Bot(telegram, "4711:other").get("getMe");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.description()).isEqualTo("Unauthorized");
  }

  @Test
  void an_unknown_method_is_named_as_such() throws Exception {
    Bot.Reply reply = bot.get("brewCoffee");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.description()).isEqualTo("Not Found: method not found");
  }

  @Test
  void a_method_may_be_written_in_any_case_and_unknown_fields_are_ignored() {
    Map<String, ?> asTheLibrarySends =
        Map.of("chat_id", Long.toString(ALICE), "text", "hello", "method", "sendmessage");

    JsonNode message = bot.call("sendmessage", asTheLibrarySends).result();

    assertThat(message.path("chat").path("id").asLong()).isEqualTo(ALICE);
    assertThat(message.path("chat").path("type").asString()).isEqualTo("private");
    assertThat(message.path("from").path("is_bot").asBoolean()).isTrue();
    assertThat(message.path("date").asLong()).isEqualTo(clock.instant().getEpochSecond());
  }

  @Test
  void parameters_may_come_as_a_form() {
    bot.send(
            "sendMessage",
            "application/x-www-form-urlencoded",
            "chat_id="
                + ALICE
                + "&text=100%25+sure"
                + "&reply_markup=%7B%22inline_keyboard%22%3A%5B%5B%7B%22text%22%3A%22Go%22%2C"
                + "%22callback_data%22%3A%22g%22%7D%5D%5D%7D")
        .join()
        .result();

    Message message = telegram.view().chat(ALICE).last().orElseThrow();
    assertThat(message.text()).isEqualTo("100% sure");
    assertThat(message.button("Go")).isPresent();
  }

  @Test
  void parameters_may_come_in_the_query() throws Exception {
    bot.get("sendMessage?chat_id=" + ALICE + "&text=from%20afar").result();

    assertThat(telegram.view().chat(ALICE).last().orElseThrow().text()).isEqualTo("from afar");
  }

  @Test
  void a_body_that_is_no_json_is_a_bad_request() {
    Bot.Reply reply = bot.send("sendMessage", "application/json", "{\"chat_id\":").join();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.description()).startsWith("Bad Request: ");
  }

  @Test
  void commands_and_the_webhook_are_taken_note_of() {
    Map<String, ?> commands =
        Map.of("commands", List.of(Map.of("command", "id", "description", "my id")));

    assertThat(bot.call("setMyCommands", commands).result().asBoolean()).isTrue();
    assertThat(bot.call("deleteWebhook", Map.of()).result().asBoolean()).isTrue();
  }

  @Test
  void every_call_is_in_the_journal_with_its_chat_and_text() {
    bot.call("sendmessage", Map.of("chat_id", ALICE, "text", "noted"));
    bot.call("sendmessage", Map.of("chat_id", 1, "text", "noted although refused"));

    assertThat(telegram.calls("sendMessage"))
        .containsExactly(
            new Call(clock.instant(), "sendMessage", Long.toString(ALICE), "noted"),
            new Call(clock.instant(), "sendMessage", "1", "noted although refused"));
  }
}
