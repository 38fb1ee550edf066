package io.tapgate.stories;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The line between an api and its PostgreSQL. It can lose what nobody can tell apart from a commit
 * that never came about: the commit is done, and its answer and the connection are gone. And it can
 * be cut as a network is: nobody is told, and nothing arrives any more.
 */
final class LossyLine implements AutoCloseable {
  private static final String COMMITTED = "COMMIT\0";

  private final ServerSocket door;
  private final int server;
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicInteger commits = new AtomicInteger();
  private volatile int every;
  private volatile CountDownLatch passable = new CountDownLatch(0);

  private LossyLine(ServerSocket door, int server) {
    this.door = door;
    this.server = server;
  }

  static LossyLine to(int server) throws IOException {
    LossyLine line =
        new LossyLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
    Thread.ofVirtual().start(line::accept);
    return line;
  }

  int port() {
    return door.getLocalPort();
  }

  /** The answer of each so-manieth commit is lost; none with 0. */
  void losesEvery(int manieth) {
    every = manieth;
  }

  /** From now on nothing gets through, either way; new lines are taken and lead nowhere. */
  void isCut() {
    passable = new CountDownLatch(1);
  }

  /** What was held up arrives, as a network would deliver it. */
  void isMended() {
    passable.countDown();
  }

  int lost() {
    return lost.get();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket api = door.accept();
        Thread.ofVirtual().start(() -> join(api));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void join(Socket api) {
    try (api;
        Socket postgres = new Socket(InetAddress.getLoopbackAddress(), server)) {
      api.setTcpNoDelay(true);
      postgres.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> carry(api, postgres, false));
      carry(postgres, api, true);
    } catch (IOException gone) {
      // As the database is: whoever called finds the line closed.
      return;
    }
  }

  /** Until either end closes, or an answer is to be lost. */
  private void carry(Socket from, Socket to, boolean answers) {
    byte[] some = new byte[16 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(some); length >= 0; length = in.read(some)) {
        if (answers && isToBeLost(new String(some, 0, length, StandardCharsets.ISO_8859_1))) {
          lost.incrementAndGet();
          return;
        }
        passable.await();
        out.write(some, 0, length);
      }
      to.shutdownOutput();
    } catch (IOException closed) {
      // The other direction ends with it.
      return;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isToBeLost(String answer) {
    int manieth = every;
    return manieth > 0 && answer.contains(COMMITTED) && commits.incrementAndGet() % manieth == 0;
  }

  @Override
  public void close() {
    isMended();
    try {
      door.close();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
