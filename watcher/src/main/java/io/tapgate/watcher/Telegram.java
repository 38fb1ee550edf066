package io.tapgate.watcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapgate.telegram.NotTelegram;
import io.tapgate.telegram.TelegramSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;

/** The bot's side of Telegram: one long poll at a time, and toasts. */
final class Telegram {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final List<String> KINDS = List.of("message", "callback_query", "my_chat_member");
  static final int BATCH = 50;
  private static final Duration BEYOND_THE_POLL = Duration.ofSeconds(10);

  private final OkHttpClient http;
  private final TelegramSettings settings;
  private final Reading reading;
  private final ObjectMapper json = new ObjectMapper();
  private volatile @Nullable Call poll;

  Telegram(OkHttpClient http, TelegramSettings settings, Reading reading) {
    this.http = http;
    this.settings = settings;
    this.reading = reading;
  }

  /**
   * Waits for updates with this number or a higher one; lower ones are forgotten by Telegram.
   *
   * @param wait how long Telegram should wait, in whole seconds
   * @param limit when we hang up at the latest, whatever the other side does
   * @param allowed asked once more when the call can already be cancelled, so that whoever forbids
   *     it and then cancels always hits
   */
  Polled poll(long offset, Duration wait, Duration limit, BooleanSupplier allowed) {
    Duration silence = wait.plus(BEYOND_THE_POLL);
    OkHttpClient patient = http.newBuilder().readTimeout(silence).callTimeout(limit).build();
    GetUpdates question =
        GetUpdates.builder()
            .offset(Math.toIntExact(offset))
            .limit(BATCH)
            .timeout(Math.toIntExact(wait.toSeconds()))
            .allowedUpdates(KINDS)
            .build();
    try {
      Call call = patient.newCall(request(question));
      poll = call;
      return allowed.getAsBoolean() ? ended(call) : new Polled.Cancelled();
    } catch (IOException e) {
      return new Polled.Silent(Reason.of(e));
    } finally {
      poll = null;
    }
  }

  void cancelPoll() {
    Call call = poll;
    if (call != null) {
      call.cancel();
    }
  }

  /** One try: a toast that comes late is worth nothing. Tells whether Telegram took it. */
  boolean toast(String press, String text) {
    AnswerCallbackQuery answer =
        AnswerCallbackQuery.builder().callbackQueryId(press).text(text).build();
    try (Response response = http.newCall(request(answer)).execute()) {
      return response.isSuccessful();
    } catch (IOException _) {
      return false;
    }
  }

  private Polled ended(Call call) throws IOException {
    try (Response response = call.execute()) {
      return PollAnswer.read(response.body().byteStream(), json, reading)
          .orElseThrow(() -> new NotTelegram(response.code()));
    } catch (IOException e) {
      if (call.isCanceled() && !(e instanceof InterruptedIOException)) {
        return new Polled.Cancelled();
      }
      throw e;
    }
  }

  private Request request(BotApiMethod<?> method) throws JsonProcessingException {
    return new Request.Builder()
        .url(settings.call(method.getMethod()))
        .post(RequestBody.create(json.writeValueAsBytes(method), JSON))
        .build();
  }
}
