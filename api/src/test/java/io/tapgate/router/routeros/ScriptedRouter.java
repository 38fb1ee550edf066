package io.tapgate.router.routeros;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tapgate.connection.RouterId;
import io.tapgate.router.Router;
import io.tapgate.router.Trust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;

/**
 * A port that behaves as a test says, byte by byte. It knows nothing of the code under test: it
 * spells and reads words by itself.
 */
final class ScriptedRouter implements AutoCloseable {
  static final Router.ListNames LISTS = new Router.ListNames("DENY", "PERMIT", "BAN");

  private final ServerSocket door;
  private volatile Exception doorFailure = new Exception("none");
  private final AtomicInteger callers = new AtomicInteger();
  private final List<Caller> all = new CopyOnWriteArrayList<>();

  /** What to do with one caller. When it returns, the line is closed. */
  @FunctionalInterface
  interface Script {
    void play(Caller caller) throws IOException, InterruptedException;
  }

  private ScriptedRouter(ServerSocket door, Script script) {
    this.door = door;
    Thread.ofVirtual().start(() -> welcome(script));
  }

  static ScriptedRouter playing(Script script) {
    return playing(script, ServerSocketFactory.getDefault());
  }

  static ScriptedRouter playing(Script script, ServerSocketFactory sockets) {
    try {
      ServerSocket door = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
      return new ScriptedRouter(door, script);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  /** Lets the caller in first, then plays. */
  static ScriptedRouter afterLogin(Script script) {
    return playing(caller -> {
      caller.letsIn();
      script.play(caller);
    });
  }

  Router as(Trust trust) {
    return as("localhost", trust, LISTS);
  }

  Router as(String host, Trust trust, Router.ListNames lists) {
    return as(host, trust, lists, new Router.Login("tapgate", "s3cret"));
  }

  Router as(String host, Trust trust, Router.ListNames lists, Router.Login login) {
    return new Router(new RouterId(1), "scripted", host, port(), login, trust, lists);
  }

  /** Another router than this kind, by its host name. */
  static Router at(String host, int port, Trust trust) {
    Router.Login login = new Router.Login("tapgate", "tapgate");
    return new Router(new RouterId(1), "office", host, port, login, trust, LISTS);
  }

  Router plain() {
    return as(new Trust.Plain());
  }

  /** Already logged in, with nothing above it. */
  Conversation conversation(Limits limits) {
    return conversation(plain(), limits);
  }

  static Conversation conversation(Router router, Limits limits) {
    Conversation begun = Conversation.over(new Dialling(router, limits).dial(), limits);
    begun.ask(Phrasebook.login(router.login()));
    return begun;
  }

  int port() {
    return door.getLocalPort();
  }

  /** Why the door last failed; closing it counts. */
  Exception doorFailure() {
    return doorFailure;
  }

  int callers() {
    return callers.get();
  }

  private void welcome(Script script) {
    while (!door.isClosed()) {
      try {
        Caller caller = new Caller(door.accept());
        all.add(caller);
        callers.incrementAndGet();
        Thread.ofVirtual().start(() -> play(script, caller));
      } catch (IOException closed) {
        doorFailure = closed;
      }
    }
  }

  private static void play(Script script, Caller caller) {
    try (caller) {
      script.play(caller);
    } catch (IOException | InterruptedException gone) {
      caller.failure = gone;
    }
  }

  @Override
  public void close() {
    try {
      door.close();
      for (Caller caller : all) {
        caller.close();
      }
    } catch (IOException stuck) {
      throw new UncheckedIOException(stuck);
    }
  }

  /** One line, seen from the router's side. */
  static final class Caller implements AutoCloseable {
    private final Socket socket;
    private volatile Exception failure = new Exception("none");

    Caller(Socket socket) throws SocketException {
      this.socket = socket;
      socket.setTcpNoDelay(true);
    }

    Exception failure() {
      return failure;
    }

    void letsIn() throws IOException {
      List<String> login = hears();
      says("!done", tag(login));
    }

    /** The next sentence; empty when the other side has hung up. */
    List<String> hears() throws IOException {
      InputStream in = socket.getInputStream();
      List<String> words = new ArrayList<>();
      for (int length = length(in); length > 0; length = length(in)) {
        words.add(new String(in.readNBytes(length), UTF_8));
      }
      return words;
    }

    /** Reads on, whatever comes, until the other side hangs up. */
    void waitsForHangUp() throws IOException {
      long _ = socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    boolean hasSomethingToHear() {
      try {
        return socket.getInputStream().available() > 0;
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }

    /** Waits until the other side has said something, whatever it is. */
    void hearsAnything() throws IOException {
      int _ = socket.getInputStream().read(new byte[1 << 14]);
    }

    synchronized void says(String... words) throws IOException {
      sends(sentence(words));
    }

    synchronized void sends(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    /** A byte every ten milliseconds. */
    void dribbles(byte[] bytes) throws IOException {
      for (byte one : bytes) {
        sends(new byte[] {one});
        LockSupport.parkNanos(10_000_000);
      }
    }

    /** Ends the line with a reset. */
    void resets() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }

    static String tag(List<String> sentence) {
      return sentence.stream().filter(word -> word.startsWith(".tag=")).findFirst().orElse("none");
    }

    static byte[] sentence(String... words) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (String word : words) {
        byte[] text = word.getBytes(UTF_8);
        bytes.writeBytes(spelled(text.length));
        bytes.writeBytes(text);
      }
      bytes.write(0);
      return bytes.toByteArray();
    }

    private static byte[] spelled(int length) {
      if (length < 0x80) {
        return new byte[] {(byte) length};
      } else if (length < 0x4000) {
        return new byte[] {(byte) (0x80 | length >> 8), (byte) length};
      }
      return new byte[] {(byte) (0xC0 | length >> 16), (byte) (length >> 8), (byte) length};
    }

    /** Our own commands never need more than the two short forms. */
    private static int length(InputStream in) throws IOException {
      int first = in.read();
      return first < 0x80 ? Math.max(0, first) : (first & 0x3F) << 8 | in.read();
    }
  }
}
