package io.tapgate.playground.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An answer to the page. */
record Reply(int status, String type, String text) {
  private static final JsonMapper JSON = new JsonMapper();

  static Reply json(JsonNode node) {
    return new Reply(200, "application/json", JSON.writeValueAsString(node));
  }

  /** An object without fields, to be filled. */
  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static Reply problem(int status, String title, String detail) {
    ObjectNode problem =
        object()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status)
            .put("detail", detail);
    return new Reply(status, "application/problem+json", JSON.writeValueAsString(problem));
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    boolean bare = exchange.getRequestMethod().equals("HEAD");
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bare || body.length == 0 ? -1 : body.length);
    if (!bare) {
      exchange.getResponseBody().write(body);
    }
  }
}
