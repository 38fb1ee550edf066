package io.tapgate.playground.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code /bot<token>/<method>}: takes calls from the wire and puts answers back on it. */
final class BotDoor implements HttpHandler {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LARGEST_BODY = 1 << 20;

  private final Bell bell;
  private final BotApi api;
  private final String token;

  BotDoor(Bell bell, BotApi api, String token) {
    this.bell = bell;
    this.api = api;
    this.token = token;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (answer(exchange)) {
        case Answer.Result(var value) -> send(exchange, 200, envelope(true).set("result", value));
        case Answer.Refusal refusal -> send(exchange, refusal.code(), envelope(refusal));
        case Answer.HungUp() -> exchange.close();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
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

  private static void send(HttpExchange exchange, int status, ObjectNode envelope)
      throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(envelope);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
