package io.tapgate.playground.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest extends TelegramTest {
  private static final String NOT_MODIFIED =
      "Bad Request: message is not modified: specified new message content and reply markup are"
          + " exactly the same as a current content and reply markup of the message";

  private Bot.Reply send(Object chat, String text) {
    return bot.call("sendMessage", Map.of("chat_id", chat, "text", text));
  }

  private Bot.Reply sendWith(Map<String, ?> button) {
    return bot.call(
        "sendMessage",
        Map.of(
            "chat_id",
            ALICE,
            "text",
            "Is it you?",
            "reply_markup",
            Map.of("inline_keyboard", List.of(List.of(button)))));
  }

  private void refused(Bot.Reply reply, int status, String description) {
    assertThat(reply.description()).isEqualTo(description);
    assertThat(reply.status()).isEqualTo(status);
  }

  @Test
  void a_message_arrives_on_the_phone_with_its_buttons() {
    int id = bot.ask(ALICE, "Is it you?", "It's me", "c:1", "Not me", "r:1");

    Message message = telegram.view().message(ALICE, id).orElseThrow();
    assertThat(message.text()).isEqualTo("Is it you?");
    assertThat(message.buttons()).extracting(Button::label).containsExactly("It's me", "Not me");
    assertThat(telegram.view().chat(BORIS).messages()).isEmpty();
  }

  @Test
  void a_chat_nobody_knows_is_not_found() {
    refused(send(99, "hello"), 400, "Bad Request: chat not found");
    refused(send("@somebody", "hello"), 400, "Bad Request: chat not found");
    refused(bot.call("sendMessage", Map.of("text", "x")), 400, "Bad Request: chat_id is empty");
  }

  @Test
  void the_bot_cannot_write_first() {
    refused(send(NEWCOMER, "hello"), 403, "Forbidden: bot can't initiate conversation with a user");

    telegram.write(NEWCOMER, NEWCOMER, "/start");

    assertThat(send(NEWCOMER, "hello").status()).isEqualTo(200);
  }

  @Test
  void who_blocked_the_bot_hears_nothing_until_they_unblock_it() {
    telegram.block(ALICE);
    refused(send(ALICE, "hello"), 403, "Forbidden: bot was blocked by the user");

    telegram.unblock(ALICE);
    assertThat(send(ALICE, "hello").status()).isEqualTo(200);
  }

  @Test
  void a_text_has_1_to_4096_characters() {
    assertThat(send(ALICE, "x".repeat(4096)).status()).isEqualTo(200);
    refused(send(ALICE, "x".repeat(4097)), 400, "Bad Request: message is too long");
    refused(send(ALICE, "  \n"), 400, "Bad Request: message text is empty");
  }

  @Test
  void markup_that_would_not_be_shown_as_meant_is_refused() {
    Bot.Reply reply =
        bot.call("sendMessage", Map.of("chat_id", ALICE, "text", "<b>", "parse_mode", "HTML"));

    refused(reply, 400, "Bad Request: unsupported parse_mode");
  }

  @Test
  void a_button_carries_1_to_64_bytes_not_characters() {
    assertThat(sendWith(Map.of("text", "Ok", "callback_data", "x".repeat(64))).status())
        .isEqualTo(200);
    refused(
        sendWith(Map.of("text", "Ok", "callback_data", "ё".repeat(33))),
        400,
        "Bad Request: BUTTON_DATA_INVALID");
    refused(
        sendWith(Map.of("text", "Ok", "callback_data", "")),
        400,
        "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline"
            + " keyboard");
  }

  @ParameterizedTest
  @ValueSource(strings = {"danger", "success", "primary"})
  void a_button_may_have_a_style(String style) {
    sendWith(Map.of("text", "Ok", "callback_data", "x", "style", style)).result();

    assertThat(telegram.view().chat(ALICE).last().orElseThrow().button("Ok"))
        .contains(new Button("Ok", "x", null, style));
  }

  @Test
  void another_style_is_refused() {
    refused(
        sendWith(Map.of("text", "Ok", "callback_data", "x", "style", "green")),
        400,
        "Bad Request: can't parse inline keyboard button: invalid button style specified");
  }

  private Bot.Reply edit(int message, String text) {
    return bot.call(
        "editMessageText", Map.of("chat_id", ALICE, "message_id", message, "text", text));
  }

  @Test
  void an_edit_changes_the_message_in_place_and_keeps_what_it_showed() {
    int id = bot.ask(ALICE, "Is it you?", "It's me", "c:1");
    clock.pass(Duration.ofSeconds(7));

    edit(id, "Allowed").result();

    Message message = telegram.view().chat(ALICE).last().orElseThrow();
    assertThat(message.id()).isEqualTo(id);
    assertThat(message.text()).isEqualTo("Allowed");
    assertThat(message.buttons()).isEmpty();
    assertThat(message.editedAt()).isEqualTo(clock.instant());
    assertThat(message.earlier()).extracting(Revision::text).containsExactly("Is it you?");
    assertThat(message.earlier().getFirst().keyboard()).hasSize(1);
  }

  @Test
  void an_edit_that_changes_nothing_is_refused_and_leaves_no_trace() {
    int id = bot.ask(ALICE, "Is it you?", "It's me", "c:1");
    edit(id, "Allowed").result();

    refused(edit(id, "Allowed"), 400, NOT_MODIFIED);

    assertThat(telegram.view().message(ALICE, id).orElseThrow().earlier()).hasSize(1);
  }

  @Test
  void what_is_not_there_or_not_the_bots_own_cannot_be_edited() {
    Message fromAlice = telegram.write(ALICE, ALICE, "hi");

    refused(edit(12, "x"), 400, "Bad Request: message to edit not found");
    refused(edit(fromAlice.id(), "x"), 400, "Bad Request: message can't be edited");
  }

  @Test
  void the_buttons_alone_can_be_taken_away_once() {
    int id = bot.ask(ALICE, "Is it you?", "It's me", "c:1");
    Map<String, ?> bare = Map.of("chat_id", ALICE, "message_id", id);

    bot.call("editMessageReplyMarkup", bare).result();

    Message message = telegram.view().message(ALICE, id).orElseThrow();
    assertThat(message.buttons()).isEmpty();
    assertThat(message.text()).isEqualTo("Is it you?");
    refused(bot.call("editMessageReplyMarkup", bare), 400, NOT_MODIFIED);
  }

  @Test
  void a_message_can_be_deleted_for_two_days() {
    int young = bot.say(ALICE, "young");
    Map<String, ?> call = Map.of("chat_id", ALICE, "message_id", young);

    assertThat(bot.call("deleteMessage", call).result().asBoolean()).isTrue();
    refused(bot.call("deleteMessage", call), 400, "Bad Request: message to delete not found");

    int old = bot.say(ALICE, "old");
    clock.pass(Duration.ofHours(49));
    refused(
        bot.call("deleteMessage", Map.of("chat_id", ALICE, "message_id", old)),
        400,
        "Bad Request: message can't be deleted for everyone");
  }

  @Test
  void numbers_of_messages_go_on_rising_after_a_restart() {
    int before = bot.say(ALICE, "before");
    clock.pass(Duration.ofSeconds(2));
    try (PretendTelegram next =
        PretendTelegram.start(
            TelegramSettings.of(TOKEN).clock(clock).people(new Person(ALICE, "Alice", "en")))) {
      assertThat(new Bot(next, TOKEN).say(ALICE, "after")).isGreaterThan(before);
    }
  }
}
