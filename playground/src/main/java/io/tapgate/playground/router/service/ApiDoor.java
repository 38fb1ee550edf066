package io.tapgate.playground.router.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Consumer;

/** One port of the API, on loopback. It is taken at once; who comes waits until it is answered. */
final class ApiDoor {
  private static final System.Logger LOG = System.getLogger(ApiDoor.class.getName());
  private static final int BACKLOG = 256;

  private final String service;
  private volatile ServerSocket socket;
  private Optional<Thread> doorkeeper = Optional.empty();

  /** 0 takes any free port. */
  ApiDoor(String service, int port) {
    this.service = service;
    this.socket = bound(port);
  }

  /** What it is called among the router's services. */
  String service() {
    return service;
  }

  boolean isSecure() {
    return service.equals("api-ssl");
  }

  int port() {
    return socket.getLocalPort();
  }

  boolean isOpen() {
    return !socket.isClosed();
  }

  /** Answers on this port, wherever it was before. */
  void open(int port, Consumer<Socket> welcome) {
    if (isOpen() && port() != port) {
      shut();
    }
    if (!isOpen()) {
      socket = bound(port);
    }
    if (doorkeeper.isEmpty()) {
      ServerSocket at = socket;
      doorkeeper =
          Optional.of(Thread.ofVirtual().name("router-api").start(() -> stand(at, welcome)));
    }
  }

  /** The port is really closed only when the thread that accepted on it has left. */
  void shut() {
    try {
      socket.close();
      if (doorkeeper.isPresent()) {
        doorkeeper.get().join();
      }
    } catch (IOException stuck) {
      throw new UncheckedIOException("the API port does not close", stuck);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    doorkeeper = Optional.empty();
  }

  private static void stand(ServerSocket at, Consumer<Socket> welcome) {
    while (!at.isClosed()) {
      try {
        welcome.accept(at.accept());
      } catch (IOException closed) {
        LOG.log(Level.DEBUG, "nobody came in: {0}", closed.getMessage());
      }
    }
  }

  private static ServerSocket bound(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
      return socket;
    } catch (IOException taken) {
      throw new UncheckedIOException("the pretend router cannot open port " + port, taken);
    }
  }
}
