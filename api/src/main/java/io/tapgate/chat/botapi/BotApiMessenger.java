package io.tapgate.chat.botapi;

import io.tapgate.chat.ChatTrouble;
import io.tapgate.chat.Letter;
import io.tapgate.chat.MessageId;
import io.tapgate.chat.Messenger;
import io.tapgate.client.ChatId;
import io.tapgate.telegram.TelegramSettings;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Writes to chats as a Telegram bot. Safe for many threads at once. */
public final class BotApiMessenger implements Messenger, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BotApiMessenger.class);
  private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

  private final OkHttpClient http;
  private final OkHttpTelegramClient bot;
  private final Duration longest;
  private volatile boolean coloured = true;

  public BotApiMessenger(TelegramSettings settings) {
    this(settings, LONGEST_CALL);
  }

  BotApiMessenger(TelegramSettings settings, Duration longestCall) {
    http = Wire.open(settings, longestCall);
    longest = longestCall.multipliedBy(2);
    TelegramUrl url =
        TelegramUrl.builder()
            .schema(settings.server().scheme())
            .host(settings.server().host())
            .port(settings.server().port())
            .build();
    bot = new OkHttpTelegramClient(http, settings.token(), url);
  }

  @Override
  public MessageId send(ChatId chat, Letter letter) {
    Message sent = inColour(letter, buttons -> message(chat, letter, buttons)).orElseThrow();
    return new MessageId(sent.getMessageId());
  }

  @Override
  public void edit(ChatId chat, MessageId message, Letter letter) {
    Optional<Serializable> _ = inColour(letter, buttons -> change(chat, message, letter, buttons));
  }

  @Override
  public void takeButtons(ChatId chat, MessageId message) {
    EditMessageReplyMarkup bare =
        EditMessageReplyMarkup.builder().chatId(chat.value()).messageId(number(message)).build();
    Optional<Serializable> _ = call(bare);
  }

  @Override
  public Sender whoAmI() {
    User me = call(new GetMe()).orElseThrow();
    return new Sender(me.getId(), me.getUserName() == null ? me.getFirstName() : me.getUserName());
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  /** A question is not to be passed on: its buttons are worth nothing in another chat. */
  private static SendMessage message(
      ChatId chat, Letter letter, @Nullable InlineKeyboardMarkup buttons) {
    return SendMessage.builder()
        .chatId(chat.value())
        .text(letter.text())
        .linkPreviewOptions(noPreview())
        .protectContent(buttons == null ? null : true)
        .replyMarkup(buttons)
        .build();
  }

  private static EditMessageText change(
      ChatId chat, MessageId message, Letter letter, @Nullable InlineKeyboardMarkup buttons) {
    return EditMessageText.builder()
        .chatId(chat.value())
        .messageId(number(message))
        .text(letter.text())
        .linkPreviewOptions(noPreview())
        .replyMarkup(buttons)
        .build();
  }

  /** A server that does not know coloured buttons gets plain ones, now and from now on. */
  private <T extends Serializable> Optional<T> inColour(
      Letter letter, Function<@Nullable InlineKeyboardMarkup, BotApiMethod<T>> method) {
    boolean colour = coloured;
    try {
      return call(method.apply(Buttons.of(letter, colour).orElse(null)));
    } catch (ChatTrouble.Refused refused) {
      if (!colour || !Refusal.isAboutColours(refused)) {
        throw refused;
      }
      coloured = false;
      log.warn("this Bot API server knows no coloured buttons; they are sent plain from now on");
      return call(method.apply(Buttons.of(letter, false).orElse(null)));
    }
  }

  /** Empty when there was nothing to do. The second limit also counts the wait for a free line. */
  private <T extends Serializable> Optional<T> call(BotApiMethod<T> method) {
    try {
      return Optional.of(bot.executeAsync(method).get(longest.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      if (Refusal.isUnchanged(e.getCause())) {
        return Optional.empty();
      }
      throw Refusal.of(e.getCause());
    } catch (TelegramApiException e) {
      throw Refusal.of(e);
    } catch (TimeoutException _) {
      throw new ChatTrouble.Silent("no answer from Telegram in time", null);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new ChatTrouble.Silent("interrupted while Telegram was answering", null);
    }
  }

  private static LinkPreviewOptions noPreview() {
    return LinkPreviewOptions.builder().isDisabled(true).build();
  }

  private static int number(MessageId message) {
    return Math.toIntExact(message.value());
  }
}
