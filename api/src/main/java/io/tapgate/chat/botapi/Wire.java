package io.tapgate.chat.botapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapgate.telegram.NotTelegram;
import io.tapgate.telegram.TelegramSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * The connection to the Bot API's server: bounded in time, and never taken in by a proxy's page.
 */
final class Wire {
  private static final int AT_ONCE = 32;
  private static final long LONGEST_ANSWER = 1 << 20;
  private static final List<String> ENOUGH_OF_A_MESSAGE = List.of("message_id", "date", "chat");
  private static final List<String> ENOUGH_OF_A_CHAT = List.of("id", "type");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Wire() {}

  static OkHttpClient open(TelegramSettings settings, Duration longestCall) {
    Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
    dispatcher.setMaxRequests(AT_ONCE);
    dispatcher.setMaxRequestsPerHost(AT_ONCE);
    OkHttpClient.Builder client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(AT_ONCE, 1, TimeUnit.MINUTES))
            .connectTimeout(3, TimeUnit.SECONDS)
            .callTimeout(longestCall)
            .addInterceptor(chain -> whole(chain, settings));
    settings.applyTo(client);
    return client.build();
  }

  /**
   * telegrambots knows no path prefix, so it is put in here. The answer is read to its end before
   * anybody looks at it: what breaks off is a failure of the call and not half an answer.
   */
  private static Response whole(Interceptor.Chain chain, TelegramSettings settings)
      throws IOException {
    Request request = chain.request();
    HttpUrl there = settings.call(request.url().pathSegments().getLast());
    try (Response answer = chain.proceed(request.newBuilder().url(there).build())) {
      JsonNode words = words(answer);
      essence(words.path("result"));
      ResponseBody body = ResponseBody.create(words.toString(), answer.body().contentType());
      return answer.newBuilder().body(body).build();
    }
  }

  private static JsonNode words(Response answer) throws IOException {
    try {
      JsonNode words = JSON.readTree(answer.peekBody(LONGEST_ANSWER).bytes());
      if (words != null && words.path("ok").isBoolean()) {
        return words;
      }
      throw new NotTelegram(answer.code());
    } catch (JsonProcessingException _) {
      throw new NotTelegram(answer.code());
    }
  }

  /**
   * Of a message that was sent only its id matters. Whatever else Telegram tells of it, today or
   * after its next change, must not make a message that was sent look like one that was not: it
   * would be sent again and again.
   */
  private static void essence(JsonNode result) {
    if (result instanceof ObjectNode message && message.has("message_id")) {
      message.retain(ENOUGH_OF_A_MESSAGE);
      if (message.path("chat") instanceof ObjectNode chat) {
        chat.retain(ENOUGH_OF_A_CHAT);
      }
    }
  }
}
