package io.tapgate.router.routeros;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.net.SocketFactory;
import me.legrange.mikrotik.ApiConnection;
import me.legrange.mikrotik.ApiConnectionException;
import me.legrange.mikrotik.MikrotikApiException;
import me.legrange.mikrotik.ResultListener;

/** The library me.legrange:mikrotik, logged in, and closed down to its last thread. */
final class Legrange implements AutoCloseable {
  private static final int PATIENCE = 10_000;

  private final ApiConnection api;
  private final Socket socket;

  private Legrange(ApiConnection api, Socket socket) {
    this.api = api;
    this.socket = socket;
  }

  /** Logged in as the routers of these tests have it; every later command has this long. */
  static Legrange at(int port, Duration limit) throws MikrotikApiException {
    return over(new Unhurried(), port, limit);
  }

  /** The same, on a socket that a test brings. */
  static Legrange over(Socket socket, int port, Duration limit) throws MikrotikApiException {
    Legrange known = connected(socket, port, PATIENCE);
    known.logsIn("tapgate", "tapgate");
    known.api.setTimeout(Math.toIntExact(limit.toMillis()));
    return known;
  }

  /** Not logged in yet. */
  static Legrange connected(Socket socket, int port, int millis) throws MikrotikApiException {
    ApiConnection api =
        ApiConnection.connect(
            new Only(socket), InetAddress.getLoopbackAddress().getHostAddress(), port, millis);
    api.setTimeout(millis);
    return new Legrange(api, socket);
  }

  void logsIn(String username, String password) throws MikrotikApiException {
    api.login(username, password);
  }

  /** Says it, and gives each item to this listener. */
  void says(String command, ResultListener listener) throws MikrotikApiException {
    String _ = api.execute(command, listener);
  }

  List<Map<String, String>> says(String command) throws MikrotikApiException {
    return api.execute(command).stream().map(Map::copyOf).toList();
  }

  boolean believesItIsConnected() {
    return api.isConnected();
  }

  static boolean isGone() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .noneMatch(frame -> frame.getClassName().startsWith("me.legrange."));
  }

  @Override
  public void close() throws ApiConnectionException, IOException {
    try (socket) {
      api.close();
    }
  }

  /** Rests after each byte: what many threads may do to each other, they do. */
  private static final class Unhurried extends Socket {
    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(int b) throws IOException {
          super.write(b);
          LockSupport.parkNanos(20_000);
        }
      };
    }
  }

  /** Makes one socket, which is known beforehand. */
  private static final class Only extends SocketFactory {
    private final Socket socket;

    Only(Socket socket) {
      this.socket = socket;
    }

    @Override
    public Socket createSocket() {
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
