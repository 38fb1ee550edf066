package io.tapgate.playground.router.service;

import io.tapgate.playground.router.console.Command;
import io.tapgate.playground.router.console.Console;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.device.Power;
import io.tapgate.playground.router.wire.Sentence;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/** The port and its conversations. */
public final class ApiService implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ApiService.class.getName());
  private static final int BACKLOG = 256;

  private final Device device;
  private final Console console;
  private final Login login;
  private final Optional<SSLContext> tls;
  private final boolean sayEmpty;
  private final Set<Conversation> conversations = ConcurrentHashMap.newKeySet();
  private volatile Power power = Power.ON;
  private volatile ServerSocket door;
  private Thread doorkeeper;

  /** Opens the port, on loopback only; 0 takes any free one. */
  public ApiService(
      Device device,
      Console console,
      Login login,
      Optional<SSLContext> tls,
      boolean sayEmpty,
      int port) {
    this.device = device;
    this.console = console;
    this.login = login;
    this.tls = tls;
    this.sayEmpty = sayEmpty;
    this.door = open(port);
    this.doorkeeper = welcomeAt(door);
  }

  public int port() {
    return door.getLocalPort();
  }

  public Power power() {
    return power;
  }

  /** Switches the service. Off closes the port and cuts everyone; on opens the same port again. */
  public synchronized void turn(Power wanted) {
    if (wanted != Power.OFF) {
      reopen();
    }
    power = wanted;
    notifyAll();
    if (wanted == Power.OFF) {
      shut();
    }
    device.change(inner -> inner.announce(new Change.Switched(inner.now(), wanted)));
  }

  /** Ends every conversation without a word; who comes again is let in again. */
  public void cutEveryone() {
    conversations.forEach(this::cut);
  }

  /** How many are connected just now. */
  public int callers() {
    return conversations.size();
  }

  @Override
  public synchronized void close() {
    power = Power.OFF;
    notifyAll();
    shut();
  }

  boolean isMute() {
    return power == Power.SILENT;
  }

  boolean saysEmpty() {
    return sayEmpty;
  }

  boolean admits(Sentence sentence, Command command, Socket from) {
    boolean welcome = login.admits(command);
    String name = command.argument("name");
    String where =
        from.getInetAddress().getHostAddress() + " via " + (tls.isEmpty() ? "api" : "api-ssl");
    device.change(inner -> {
      Console.hear(name, sentence, inner);
      inner.log(
          welcome ? "system,info,account" : "system,error,critical",
          welcome
              ? "user " + name + " logged in from " + where
              : "login failure for user " + name + " from " + where);
    });
    return welcome;
  }

  /** A silent router takes the connection, and not even the handshake comes about. */
  synchronized void waitWhileSilent() throws IOException {
    try {
      while (power == Power.SILENT) {
        wait();
      }
    } catch (InterruptedException _) {
      throw new InterruptedIOException("closed while silent");
    }
  }

  void ended(Conversation conversation) {
    conversations.remove(conversation);
  }

  /** A connection broke. That is the other side's affair, or our own doing. */
  void lost(IOException why) {
    LOG.log(Level.DEBUG, "an API connection ended: {0}", why.getMessage());
  }

  private void reopen() {
    if (door.isClosed()) {
      door = open(door.getLocalPort());
      doorkeeper = welcomeAt(door);
    }
  }

  private Thread welcomeAt(ServerSocket at) {
    return Thread.ofVirtual().name("router-api").start(() -> welcome(at));
  }

  /** The port is really closed only when the thread that accepted on it has left. */
  private void shut() {
    try {
      door.close();
      doorkeeper.join();
    } catch (IOException stuck) {
      throw new UncheckedIOException("the API port does not close", stuck);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    cutEveryone();
  }

  private void cut(Conversation conversation) {
    try {
      conversation.close();
    } catch (IOException gone) {
      lost(gone);
    }
  }

  private void welcome(ServerSocket at) {
    while (!at.isClosed()) {
      try {
        Socket socket = at.accept();
        Conversation conversation = new Conversation(this, console, socket);
        conversations.add(conversation);
        if (at.isClosed()) {
          cut(conversation);
        }
        Thread.ofVirtual().name("router-conversation").start(conversation::hold);
      } catch (IOException closed) {
        lost(closed);
      }
    }
  }

  private ServerSocket open(int port) {
    try {
      ServerSocket socket =
          tls.isPresent()
              ? tls.get().getServerSocketFactory().createServerSocket()
              : new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
      return socket;
    } catch (IOException taken) {
      throw new UncheckedIOException("the pretend router cannot open port " + port, taken);
    }
  }
}
