package io.tapgate.watcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** An api that knows one thing: who may read, by the rule of the real one. */
final class LeaseDoor implements AutoCloseable {
  /** The shortest that is worth a poll. */
  static final Duration SPAN = Duration.ofSeconds(5);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpServer server;
  private final List<Asked> asked = new ArrayList<>();
  private String owner = "";
  private long until = System.nanoTime();

  /** One asking, and what came of it. */
  record Asked(String instance, String trouble, boolean reads, long at) {}

  LeaseDoor() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/watcher/lease", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Whose health is at this port. */
  synchronized List<Asked> askedBy(Watcher watcher) {
    String port = ":" + watcher.healthPort();
    return asked.stream().filter(one -> one.instance().endsWith(port)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode body = json.readTree(exchange.getRequestBody());
      boolean reads = take(body.path("instance").asText(), body.path("trouble").asText());
      String words = reads ? "{\"read\":true,\"seconds\":5}" : "{\"read\":false}";
      byte[] answer = words.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private synchronized boolean take(String instance, String trouble) {
    long now = System.nanoTime();
    boolean reads = owner.equals(instance) || until - now <= 0;
    if (reads) {
      owner = instance;
      until = now + SPAN.toNanos();
    }
    asked.add(new Asked(instance, trouble, reads, now));
    return reads;
  }
}
