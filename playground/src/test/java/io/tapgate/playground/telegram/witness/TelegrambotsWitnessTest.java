package io.tapgate.playground.telegram.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapgate.playground.telegram.Person;
import io.tapgate.playground.telegram.PretendTelegram;
import io.tapgate.playground.telegram.TelegramSettings;
import java.io.IOException;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.message.InaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

class TelegrambotsWitnessTest {
  private static final long ALICE = 5_000_000_001L;
  private static final long NEWCOMER = 5_000_000_002L;

  private final PretendTelegram telegram =
      PretendTelegram.start(
          TelegramSettings.of("1:secret")
              .people(
                  new Person(ALICE, "Alice", "en"),
                  new Person(NEWCOMER, "Nina", null).whoNeverStarted()));
  private final OkHttpClient http = new OkHttpClient();
  private final OkHttpTelegramClient client =
      new OkHttpTelegramClient(
          http,
          "1:secret",
          TelegramUrl.builder().schema("http").host("127.0.0.1").port(telegram.port()).build());

  @AfterEach
  void close() {
    http.dispatcher().executorService().shutdownNow();
    http.connectionPool().evictAll();
    telegram.close();
  }

  private Message ask() throws TelegramApiException {
    InlineKeyboardRow row =
        new InlineKeyboardRow(
            InlineKeyboardButton.builder()
                .text("It's me")
                .callbackData("c:1")
                .style("success")
                .build(),
            InlineKeyboardButton.builder().text("Not me").callbackData("r:1").build());
    return client.execute(
        SendMessage.builder()
            .chatId(ALICE)
            .text("Is it you?")
            .replyMarkup(InlineKeyboardMarkup.builder().keyboardRow(row).build())
            .build());
  }

  private int refusal(BotApiMethod<?> call) {
    try {
      client.execute(call);
    } catch (TelegramApiRequestException refused) {
      assertThat(refused.getApiResponse()).isNotBlank();
      return refused.getErrorCode();
    } catch (TelegramApiException unreadable) {
      throw new AssertionError(unreadable);
    }
    return 200;
  }

  @Test
  void it_asks_reads_the_tap_answers_edits_and_deletes() throws Exception {
    assertThat(client.execute(new GetMe()).getIsBot()).isTrue();
    int id = ask().getMessageId();
    telegram.tap(ALICE, ALICE, id, "It's me");

    Update update = client.execute(GetUpdates.builder().timeout(5).build()).getFirst();
    assertThat(update.getCallbackQuery().getData()).isEqualTo("c:1");
    assertThat(update.getCallbackQuery().getFrom().getLanguageCode()).isEqualTo("en");
    assertThat(update.getCallbackQuery().getMessage().getMessageId()).isEqualTo(id);

    String query = update.getCallbackQuery().getId();
    client.execute(AnswerCallbackQuery.builder().callbackQueryId(query).text("Welcome").build());
    client.execute(EditMessageText.builder().chatId(ALICE).messageId(id).text("Allowed").build());

    assertThat(telegram.view().toastsOf(ALICE).getFirst().text()).isEqualTo("Welcome");
    assertThat(telegram.view().message(ALICE, id).orElseThrow().text()).isEqualTo("Allowed");
    client.execute(DeleteMessage.builder().chatId(ALICE).messageId(id).build());
    assertThat(telegram.view().chat(ALICE).messages()).isEmpty();
  }

  @Test
  void it_reads_every_kind_of_update_there_is() throws Exception {
    telegram.forge(NEWCOMER, ALICE, 5, "made up");
    telegram.write(ALICE, ALICE, "/start x");
    telegram.block(ALICE);

    List<Update> updates = client.execute(GetUpdates.builder().timeout(5).build());

    assertThat(updates.get(0).getCallbackQuery().getMessage())
        .isInstanceOf(InaccessibleMessage.class);
    assertThat(updates.get(1).getMessage().getEntities().getFirst().getText()).isEqualTo("/start");
    assertThat(updates.get(2).getMyChatMember().getNewChatMember().getStatus()).isEqualTo("kicked");
  }

  @Test
  void it_understands_every_refusal() throws Exception {
    int id = ask().getMessageId();
    EditMessageReplyMarkup bare =
        EditMessageReplyMarkup.builder().chatId(ALICE).messageId(id).build();
    client.execute(bare);

    assertThat(refusal(bare)).isEqualTo(400);
    assertThat(refusal(SendMessage.builder().chatId(1L).text("x").build())).isEqualTo(400);
    assertThat(refusal(SendMessage.builder().chatId(NEWCOMER).text("x").build())).isEqualTo(403);
    assertThat(refusal(AnswerCallbackQuery.builder().callbackQueryId("1").build())).isEqualTo(400);
  }

  @Test
  void it_sets_itself_up() throws Exception {
    BotCommand command = BotCommand.builder().command("id").description("my id").build();

    assertThat(client.execute(new DeleteWebhook())).isTrue();
    assertThat(client.execute(SetMyCommands.builder().command(command).build())).isTrue();
  }

  @Test
  void it_fails_as_with_a_network_that_is_down() {
    telegram.off();

    assertThatThrownBy(() -> client.execute(new GetMe()))
        .isInstanceOf(TelegramApiException.class)
        .hasCauseInstanceOf(IOException.class);
  }
}
