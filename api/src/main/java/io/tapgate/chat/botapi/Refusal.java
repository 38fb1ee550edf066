package io.tapgate.chat.botapi;

import io.tapgate.chat.ChatTrouble;
import io.tapgate.chat.ChatTrouble.Refused.Ground;
import io.tapgate.telegram.NotTelegram;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** What Telegram's noes mean in our words. */
final class Refusal {
  /** In lower case. A group that became a supergroup has another number from then on. */
  private static final List<String> UNKNOWN =
      List.of(
          "chat not found", "peer_id_invalid", "upgraded to a supergroup", "group is deactivated");

  private Refusal() {}

  /** The message shows just what it was to show: nothing was left to do. */
  static boolean isUnchanged(@Nullable Throwable failure) {
    return failure instanceof TelegramApiRequestException no
        && code(no) == 400
        && words(no).contains("message is not modified");
  }

  /** A server of before Bot API 9.4, or one that dropped our colours since. */
  static boolean isAboutColours(ChatTrouble.Refused refused) {
    return String.valueOf(refused.getMessage()).contains("button style");
  }

  static ChatTrouble of(@Nullable Throwable failure) {
    return switch (failure) {
      case TelegramApiRequestException no -> said(no);
      case TelegramApiValidationException no ->
          new ChatTrouble.Refused(
              Ground.MESSAGE, "the message cannot be sent as it is: " + no.getMessage());
      case IOException silence -> new ChatTrouble.Silent(reason(silence), null);
      case null, default -> new ChatTrouble.Silent("a mistake of ours while writing", failure);
    };
  }

  private static ChatTrouble said(TelegramApiRequestException no) {
    int code = code(no);
    return switch (code) {
      case 401 -> new ChatTrouble.TokenRefused("Telegram refuses the bot's token");
      case 404 -> notFound(no);
      case 429 -> new ChatTrouble.SlowDown("Telegram asks to slow down", pause(no));
      default ->
          code >= 400 && code < 500
              ? new ChatTrouble.Refused(
                  ground(no), "Telegram refused: " + no.getApiResponse() + newChat(no))
              : new ChatTrouble.Silent("Telegram answered with error " + code, null);
    };
  }

  /** Whoever never wrote to the bot is unknown to it, or it may not begin: both are said. */
  private static Ground ground(TelegramApiRequestException no) {
    if (code(no) == 403) {
      return Ground.CHAT_BLOCKED;
    }
    String words = words(no);
    return UNKNOWN.stream().anyMatch(words::contains) ? Ground.CHAT_UNKNOWN : Ground.MESSAGE;
  }

  /** Telegram finds no bot for a token of the wrong form; a missing method is another matter. */
  private static ChatTrouble notFound(TelegramApiRequestException no) {
    return words(no).contains("method not found")
        ? new ChatTrouble.Refused(
            Ground.MESSAGE, "this Bot API server is too old: " + no.getApiResponse())
        : new ChatTrouble.TokenRefused("Telegram knows no bot with this token");
  }

  private static Duration pause(TelegramApiRequestException no) {
    ResponseParameters more = no.getParameters();
    int seconds = more == null || more.getRetryAfter() == null ? 5 : more.getRetryAfter();
    return Duration.ofSeconds(Math.max(1, seconds));
  }

  private static String newChat(TelegramApiRequestException no) {
    ResponseParameters more = no.getParameters();
    return more == null || more.getMigrateToChatId() == null
        ? ""
        : " (its new id is " + more.getMigrateToChatId() + ")";
  }

  private static int code(TelegramApiRequestException no) {
    return no.getErrorCode() == null ? 0 : no.getErrorCode();
  }

  private static String words(TelegramApiRequestException no) {
    return String.valueOf(no.getApiResponse()).toLowerCase(Locale.ROOT);
  }

  /** In our own words: an exception's text may hold the address, and with it the bot's token. */
  private static String reason(IOException silence) {
    return switch (silence) {
      case NotTelegram _ -> String.valueOf(silence.getMessage());
      case UnknownHostException _ -> "Telegram's host name is not known here";
      case ConnectException _ -> "nobody accepts the connection to Telegram";
      case InterruptedIOException _ -> "no answer from Telegram in time";
      default -> "the connection to Telegram broke (" + silence.getClass().getSimpleName() + ")";
    };
  }
}
