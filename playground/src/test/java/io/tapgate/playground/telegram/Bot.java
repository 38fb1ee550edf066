package io.tapgate.playground.telegram;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who holds the bot's token, and an HTTP client. */
final class Bot {
  static final JsonMapper JSON = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;

  Bot(PretendTelegram telegram, String token) {
    this.base = telegram.url() + "/bot" + token + "/";
  }

  record Reply(int status, JsonNode body) {
    JsonNode result() {
      if (!body.path("ok").asBoolean()) {
        throw new AssertionError("refused: " + body);
      }
      return body.path("result");
    }

    String description() {
      return body.path("description").asString("");
    }
  }

  Reply call(String method, Map<String, ?> parameters) {
    return later(method, parameters).join();
  }

  CompletableFuture<Reply> later(String method, Map<String, ?> parameters) {
    return send(method, "application/json", JSON.writeValueAsString(parameters));
  }

  CompletableFuture<Reply> send(String methodAndQuery, String type, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + methodAndQuery))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(Bot::reply);
  }

  Reply get(String methodAndQuery) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + methodAndQuery)).build();
    return reply(http.send(request, HttpResponse.BodyHandlers.ofString()));
  }

  private static Reply reply(HttpResponse<String> response) {
    JsonNode body = JSON.readTree(response.body());
    boolean ok = body.path("ok").asBoolean();
    if (!ok && body.path("error_code").asInt() != response.statusCode()) {
      throw new AssertionError(response.statusCode() + " says otherwise than " + body);
    }
    return new Reply(response.statusCode(), body);
  }

  /** The id of the message. */
  int say(long chat, String text) {
    return call("sendMessage", Map.of("chat_id", chat, "text", text))
        .result()
        .path("message_id")
        .asInt();
  }

  /** A message with one row of buttons; label and data by turns. */
  int ask(long chat, String text, String... labelsAndData) {
    Map<String, ?> message =
        Map.of("chat_id", chat, "text", text, "reply_markup", keyboard(labelsAndData));
    return call("sendMessage", message).result().path("message_id").asInt();
  }

  static Map<String, ?> keyboard(String... labelsAndData) {
    List<Map<String, String>> row = new ArrayList<>();
    for (int i = 0; i < labelsAndData.length; i += 2) {
      row.add(Map.of("text", labelsAndData[i], "callback_data", labelsAndData[i + 1]));
    }
    return Map.of("inline_keyboard", List.of(row));
  }

  JsonNode updates(long offset) {
    return call("getUpdates", Map.of("offset", offset)).result();
  }
}
