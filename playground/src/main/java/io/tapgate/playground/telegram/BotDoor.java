package io.tapgate.playground.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.tapgate.playground.time.Time;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /bot<token>/<method>}: takes calls from the wire and puts answers back on it. */
final class BotDoor implements HttpHandler {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String JSON_TYPE = "application/json";
  private static final int LARGEST_BODY = 1 << 20;

  private final Bell bell;
  private final BotApi api;
  private final String token;
  private final Time time;

  BotDoor(Bell bell, BotApi api, String token, Time time) {
    this.bell = bell;
    this.api = api;
    this.token = token;
    this.time = time;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      give(answer(exchange), exchange, false);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void give(Answer answer, HttpExchange exchange, boolean half)
      throws IOException, InterruptedException {
    switch (answer) {
      case Answer.Result(var value) ->
          send(exchange, 200, JSON_TYPE, json(envelope(true).set("result", value)), half);
      case Answer.Refusal refusal ->
          send(exchange, refusal.code(), JSON_TYPE, json(envelope(refusal)), half);
      case Answer.ForeignPage(int status) ->
          send(exchange, status, "text/html", page(status), half);
      case Answer.Delayed(Answer late, Instant due) -> {
        time.until(due);
        give(late, exchange, half);
      }
      case Answer.CutShort(Answer whole) -> give(whole, exchange, true);
      case Answer.HungUp() -> exchange.close();
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException, InterruptedException {
    String[] path = exchange.getRequestURI().getPath().split("/", 3);
    if (path.length < 3 || !path[1].startsWith("bot") || path[2].isEmpty()) {
      return new Answer.Refusal(404, "Not Found");
    }
    if (!matches(path[1].substring("bot".length()))) {
      return new Answer.Refusal(401, "Unauthorized");
    }
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      return new Answer.Refusal(413, "Request Entity Too Large");
    }
    return answer(exchange, path[2], body);
  }

  private Answer answer(HttpExchange exchange, String method, byte[] body)
      throws InterruptedException {
    String query = exchange.getRequestURI().getRawQuery();
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    try {
      Parameters call = Parameters.of(query, type, body);
      return bell.inside(() -> api.answer(method, call));
    } catch (Refused refused) {
      return refused.refusal();
    }
  }

  private boolean matches(String given) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode envelope(boolean ok) {
    return JsonNodeFactory.instance.objectNode().put("ok", ok);
  }

  private static ObjectNode envelope(Answer.Refusal refusal) {
    ObjectNode envelope =
        envelope(false).put("error_code", refusal.code()).put("description", refusal.description());
    if (refusal.retryAfter() != null) {
      envelope.putObject("parameters").put("retry_after", refusal.retryAfter());
    }
    return envelope;
  }

  private static byte[] json(JsonNode node) {
    return JSON.writeValueAsBytes(node);
  }

  private static byte[] page(int status) {
    return ("<html><body><center><h1>" + status + "</h1></center><hr>nginx</body></html>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Half an answer promises the whole length, and then the connection is closed. */
  private static void send(
      HttpExchange exchange, int status, String type, byte[] bytes, boolean half)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    OutputStream body = exchange.getResponseBody();
    body.write(bytes, 0, half ? bytes.length / 2 : bytes.length);
    body.flush();
  }
}
