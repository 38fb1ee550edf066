package io.tapgate.playground.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PressesTest extends TelegramTest {
  private static final String TOO_OLD =
      "Bad Request: query is too old and response timeout expired or query ID is invalid";

  private Bot.Reply answer(String id, String text) {
    return bot.call("answerCallbackQuery", Map.of("callback_query_id", id, "text", text));
  }

  @Test
  void a_press_is_on_record_long_after_it_can_be_answered() {
    int id = bot.ask(ALICE, "Is it you?", "It's me", "c:1");
    Press press = telegram.tap(ALICE, ALICE, id, "It's me");
    clock.pass(Duration.ofHours(1));

    assertThat(telegram.view().waiting()).isEmpty();
    assertThat(telegram.taps()).containsExactly(press);
  }

  @Test
  void a_tap_reaches_the_bot_with_who_where_and_what() {
    int id = bot.ask(ALICE, "Is it you?", "It's me", "c:1");

    Press press = telegram.tap(ALICE, ALICE, id, "It's me");

    JsonNode query = bot.updates(0).path(0).path("callback_query");
    assertThat(query.path("id").asString()).isEqualTo(press.id());
    assertThat(query.path("data").asString()).isEqualTo("c:1");
    assertThat(query.path("from").path("id").asLong()).isEqualTo(ALICE);
    assertThat(query.path("from").path("language_code").asString()).isEqualTo("en");
    assertThat(query.path("message").path("message_id").asInt()).isEqualTo(id);
    assertThat(query.path("message").path("chat").path("id").asLong()).isEqualTo(ALICE);
    assertThat(query.path("message").path("reply_markup").path("inline_keyboard")).hasSize(1);
  }

  @Test
  void a_button_can_be_named_by_its_data_too() {
    int id = bot.ask(ALICE, "Is it you?", "It's me", "c:1");

    assertThat(telegram.tap(ALICE, ALICE, id, "c:1").data()).isEqualTo("c:1");
  }

  @Test
  void nobody_can_tap_what_the_phone_does_not_show_any_more() {
    int id = bot.ask(ALICE, "Is it you?", "It's me", "c:1");
    bot.call("editMessageReplyMarkup", Map.of("chat_id", ALICE, "message_id", id)).result();

    assertThatThrownBy(() -> telegram.tap(ALICE, ALICE, id, "It's me"))
        .isInstanceOf(NoSuchButtonException.class)
        .hasMessageContaining("It's me");
    assertThatThrownBy(() -> telegram.tap(ALICE, ALICE, 12, "It's me"))
        .isInstanceOf(NoSuchButtonException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> telegram.tap(BORIS, ALICE, id, "It's me"));
    assertThat(bot.updates(0)).isEmpty();
  }

  @Test
  void an_old_or_made_up_press_can_be_forged_for_tests() {
    telegram.forge(BORIS, ALICE, 12, "c:stolen");

    JsonNode query = bot.updates(0).path(0).path("callback_query");
    assertThat(query.path("from").path("id").asLong()).isEqualTo(BORIS);
    assertThat(query.path("data").asString()).isEqualTo("c:stolen");
    assertThat(query.path("message").path("date").asInt(-1)).isZero();
    assertThat(query.path("message").path("message_id").asInt()).isEqualTo(12);
  }

  @Test
  void in_a_group_any_member_can_tap() {
    int id = bot.ask(OFFICE, "Anybody?", "Me", "m");

    telegram.tap(BORIS, OFFICE, id, "Me");

    JsonNode query = bot.updates(0).path(0).path("callback_query");
    assertThat(query.path("from").path("id").asLong()).isEqualTo(BORIS);
    assertThat(query.path("message").path("chat").path("type").asString()).isEqualTo("group");
  }

  @Test
  void the_answer_is_shown_on_the_phone_that_pressed_and_ends_the_waiting() {
    int id = bot.ask(OFFICE, "Anybody?", "Me", "m");
    Press press = telegram.tap(BORIS, OFFICE, id, "Me");
    assertThat(telegram.view().waiting()).containsExactly(press);

    answer(press.id(), "Thank you").result();

    assertThat(telegram.view().waiting()).isEmpty();
    assertThat(telegram.view().toastsOf(BORIS))
        .extracting(Toast::text)
        .containsExactly("Thank you");
    assertThat(telegram.view().toastsOf(ALICE)).isEmpty();
  }

  @Test
  void an_answer_without_a_text_shows_nothing() {
    int id = bot.ask(ALICE, "Is it you?", "It's me", "c:1");
    Press press = telegram.tap(ALICE, ALICE, id, "It's me");

    answer(press.id(), "").result();

    assertThat(telegram.view().toasts()).isEmpty();
    assertThat(telegram.view().waiting()).isEmpty();
  }

  @Test
  void a_press_nobody_made_or_made_too_long_ago_cannot_be_answered() {
    int id = bot.ask(ALICE, "Is it you?", "It's me", "c:1");
    Press press = telegram.tap(ALICE, ALICE, id, "It's me");
    assertThat(answer("17", "who?").description()).isEqualTo(TOO_OLD);

    clock.pass(Presses.ANSWERABLE.plusSeconds(1));

    Bot.Reply late = answer(press.id(), "sorry, late");
    assertThat(late.status()).isEqualTo(400);
    assertThat(late.description()).isEqualTo(TOO_OLD);
    assertThat(telegram.view().toasts()).isEmpty();
  }

  @Test
  void a_press_is_forgotten_after_150_seconds_and_a_message_after_a_day() {
    int id = bot.ask(ALICE, "Is it you?", "It's me", "c:1");
    telegram.write(ALICE, ALICE, "/start");
    telegram.tap(ALICE, ALICE, id, "It's me");

    clock.pass(Duration.ofSeconds(149));
    assertThat(bot.updates(0)).hasSize(2);

    clock.pass(Duration.ofSeconds(10));
    assertThat(bot.updates(0)).hasSize(1);
    assertThat(bot.updates(0).path(0).has("message")).isTrue();

    clock.pass(Duration.ofDays(1));
    assertThat(bot.updates(0)).isEmpty();
  }
}
