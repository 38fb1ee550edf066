package io.tapgate.playground.router;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where hooks arrive in these tests: keeps what came, answers what it was told to. */
final class HookDoor implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Knock> knocks = new CopyOnWriteArrayList<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private volatile int status = 200;
  private volatile boolean stuck;

  record Knock(String path, String authorization, String body) {}

  HookDoor() throws IOException {
    this(0);
  }

  HookDoor(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Knock> knocks() {
    return List.copyOf(knocks);
  }

  void answers(int otherStatus) {
    status = otherStatus;
  }

  /** From now on nobody gets an answer before the door is closed. */
  void getsStuck() {
    stuck = true;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      knocks.add(
          new Knock(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              body));
      if (stuck) {
        open.await();
      }
      exchange.sendResponseHeaders(status, -1);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    open.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
