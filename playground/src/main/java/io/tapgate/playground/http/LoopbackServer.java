package io.tapgate.playground.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that only this machine can reach. */
public final class LoopbackServer implements AutoCloseable {
  static {
    // Read once, when the JDK's server class loads. Without it every POST waits 44 ms for an ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final int BACKLOG = 1024;

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * @param port 0 takes any free one
   * @throws IOException when the port is taken
   */
  public static LoopbackServer start(int port, HttpHandler everything) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("playground-http-", 0).factory());
    server.setExecutor(threads);
    server.createContext("/", everything);
    server.start();
    return new LoopbackServer(server, threads);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Ends at once; whoever still waits for an answer finds the connection closed. */
  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
