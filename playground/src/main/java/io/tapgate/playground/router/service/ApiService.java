package io.tapgate.playground.router.service;

import io.tapgate.playground.router.console.Command;
import io.tapgate.playground.router.console.Console;
import io.tapgate.playground.router.console.Refusal;
import io.tapgate.playground.router.device.Cause;
import io.tapgate.playground.router.device.Change;
import io.tapgate.playground.router.device.Device;
import io.tapgate.playground.router.device.RouterWeather;
import io.tapgate.playground.router.wire.Sentence;
import io.tapgate.playground.time.Time;
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
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** The port and its conversations. */
public final class ApiService implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ApiService.class.getName());
  private static final int BACKLOG = 256;
  private static final Refusal BAD_LOGIN =
      new Refusal(Optional.empty(), RouterWeather.Refusing.WRONG_PASSWORD);

  private final Device device;
  private volatile Console console;
  private final Login login;
  private final Optional<SSLContext> tls;
  private final Set<Conversation> conversations = ConcurrentHashMap.newKeySet();
  private final Time time;
  private volatile RouterWeather weather = new RouterWeather.Fine();
  private volatile ServerSocket door;
  private Thread doorkeeper;
  private final AtomicInteger connections = new AtomicInteger();

  /** Opens the port, on loopback only; 0 takes any free one. */
  public ApiService(
      Device device, Console console, Login login, Optional<SSLContext> tls, int port, Time time) {
    this.device = device;
    this.console = console;
    this.login = login;
    this.tls = tls;
    this.time = time;
    this.door = open(port);
    this.doorkeeper = welcomeAt(door);
  }

  public int port() {
    return door.getLocalPort();
  }

  public RouterWeather weather() {
    return weather;
  }

  /** Off closes the port and cuts everyone; any other weather opens the same port again. */
  public synchronized void turn(RouterWeather wanted) {
    boolean off = wanted instanceof RouterWeather.Off;
    if (!off) {
      reopen();
    }
    weather = wanted;
    notifyAll();
    if (off) {
      shut();
    } else if (wanted instanceof RouterWeather.Refusing) {
      cutEveryone();
    }
    device.change(
        new Cause.Hand(), inner -> inner.announce(new Change.Switched(inner.now(), wanted)));
  }

  /** Who comes from now on speaks to this console; everyone who is there is cut. */
  public void speakBy(Console next) {
    console = next;
    cutEveryone();
  }

  /** Ends every conversation without a word; who comes again is let in again. */
  public void cutEveryone() {
    conversations.forEach(this::cut);
  }

  /** Every connection open now falls silent for good. Who comes from now on is answered. */
  public void stall() {
    conversations.forEach(Conversation::stall);
  }

  /** How many are connected just now. */
  public int callers() {
    return conversations.size();
  }

  @Override
  public synchronized void close() {
    weather = new RouterWeather.Off();
    notifyAll();
    shut();
  }

  Time time() {
    return time;
  }

  /** What a login is refused with; empty when it is welcome. */
  Optional<Refusal> refuses(Cause.Api by, Sentence sentence, Command command, Socket from) {
    Optional<Refusal> refusal = refusal(command);
    boolean welcome = refusal.isEmpty();
    String name = command.argument("name");
    String where =
        from.getInetAddress().getHostAddress() + " via " + (tls.isEmpty() ? "api" : "api-ssl");
    device.change(
        by,
        inner -> {
          Console.hear(name, sentence, inner);
          inner.log(
              welcome ? "system,info,account" : "system,error,critical",
              welcome
                  ? "user " + name + " logged in from " + where
                  : "login failure for user " + name + " from " + where);
        });
    return refusal;
  }

  private Optional<Refusal> refusal(Command command) {
    if (weather instanceof RouterWeather.Refusing(String text)) {
      return Optional.of(new Refusal(Optional.empty(), text));
    }
    return login.admits(command) ? Optional.empty() : Optional.of(BAD_LOGIN);
  }

  /** A silent router takes the connection, and not even the handshake comes about. */
  synchronized void waitWhileSilent() throws IOException {
    try {
      while (weather instanceof RouterWeather.Silent) {
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
        Conversation conversation =
            new Conversation(this, console, socket, connections.incrementAndGet());
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
