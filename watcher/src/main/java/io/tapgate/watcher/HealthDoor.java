package io.tapgate.watcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/** Answers {@code GET /health}, to this machine alone: 200, or 503 when the watcher is down. */
final class HealthDoor implements AutoCloseable {
  private final HttpServer server;
  private final Health health;
  private final ObjectMapper json = new ObjectMapper();

  private HealthDoor(HttpServer server, Health health) {
    this.server = server;
    this.health = health;
  }

  /** Port 0 takes any free one. */
  static HealthDoor open(int port, Health health) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(here, port), 0);
    HealthDoor door = new HealthDoor(server, health);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", door::answer);
    server.start();
    return door;
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().matches("/health/?")) {
        exchange.sendResponseHeaders(404, -1);
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET");
        exchange.sendResponseHeaders(405, -1);
      } else {
        report(exchange);
      }
    }
  }

  private void report(HttpExchange exchange) throws IOException {
    Health.Report report = health.report();
    byte[] body = json.writeValueAsBytes(words(report));
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(report.status() == Health.Status.DOWN ? 503 : 200, body.length);
    exchange.getResponseBody().write(body);
  }

  private static Map<String, Object> words(Health.Report report) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("status", report.status().name());
    words.put("reads", report.holder());
    words.put(
        "seconds_since_good_poll", report.sinceGoodPoll().map(s -> s.toSeconds()).orElse(null));
    words.put("skipped", report.skipped());
    words.put("given_up", report.givenUp());
    words.put("trouble", report.trouble().orElse(null));
    return words;
  }
}
