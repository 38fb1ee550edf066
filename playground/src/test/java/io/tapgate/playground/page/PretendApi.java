package io.tapgate.playground.page;

import com.sun.net.httpserver.HttpExchange;
import io.tapgate.playground.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where Tapgate's api would: is ready or not, and keeps the hooks it gets. */
final class PretendApi implements AutoCloseable {
  final List<String> hooks = new CopyOnWriteArrayList<>();
  volatile boolean ready = true;
  private final LoopbackServer server;

  PretendApi() throws IOException {
    this.server = LoopbackServer.start(0, this::answer);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (exchange.getRequestMethod().equals("POST")) {
        byte[] body = exchange.getRequestBody().readAllBytes();
        hooks.add(path + " " + new String(body, StandardCharsets.UTF_8));
      }
      boolean asksForHealth = path.equals("/actuator/health/readiness");
      exchange.sendResponseHeaders(asksForHealth && !ready ? 503 : 200, -1);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
