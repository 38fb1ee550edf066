package io.tapgate.stories;

import io.tapgate.stories.Load.Caller;
import io.tapgate.stories.Load.Work;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many hooks a second the api takes, as it is shipped, on its embedded database; and beside
 * each figure, from the same minute, the least that any program could do: one row, durably.
 *
 * <p>Every hook is a client and a connection of its own. Router and Telegram are away, so that the
 * hooks have the machine to themselves. No test, and not run with them: {@code ./tapgate test -pl
 * stories -am -Dit.test=HookBenchmark -Dtest=NoSuchTest -Dsurefire.failIfNoSpecifiedTests=false},
 * on a quiet machine.
 */
class HookBenchmark {
  private static final Duration WARM_UP = Duration.ofSeconds(25);
  private static final Duration EACH = Duration.ofSeconds(6);
  private static final int TIMES = 3;

  private final AtomicInteger numbers = new AtomicInteger();

  @Test
  void hooks_beside_the_least_durable_work(@TempDir Path data) throws Exception {
    try (Stage stage = Stage.empty(Map.of("DATA_DIR", data.toString()))) {
      stage.router.off();
      stage.telegram.off();
      stage.startApi(
          Jar.API.command("-XX:+UseSerialGC", "-Xmx384m", "-XX:+UseCompactObjectHeaders"));
      String database = database(data);
      new Records(database).run("create table least (id int primary key, caller text)");
      Work hooks = () -> new Hook(stage.doors.port());
      Work least = () -> new Row(database);
      Load.of(16, WARM_UP, hooks);
      for (int callers : List.of(1, 16, 64)) {
        for (int i = 0; i < TIMES; i++) {
          Load hook = Load.of(callers, EACH, hooks);
          Load row = Load.of(Math.min(callers, 24), EACH, least);
          System.out.printf(
              "%d callers: hooks %s; rows %s: %.0f %%%n",
              callers, hook, row, 100 * hook.rate() / row.rate());
        }
      }
    }
  }

  /** Where the api keeps it, and the password it made. */
  static String database(Path data) throws IOException {
    List<String> running = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    String password = Files.readString(data.resolve("postgres.password")).strip();
    return "jdbc:postgresql://127.0.0.1:%s/postgres?user=postgres&password=%s"
        .formatted(running.get(3).strip(), password);
  }

  /** A router that reports one session after the other over a kept-open connection. */
  final class Hook implements Caller {
    private final int port;
    private Socket socket;

    Hook(int port) throws IOException {
      this.port = port;
      this.socket = open();
    }

    private Socket open() throws IOException {
      Socket fresh = new Socket(InetAddress.getLoopbackAddress(), port);
      fresh.setTcpNoDelay(true);
      return fresh;
    }

    @Override
    public void once() throws IOException {
      int number = numbers.incrementAndGet();
      String body =
          """
          {"name":"load-%d","chat_id":%d,"source_ip":"10.%d.%d.%d","caller_id":"198.18.%d.%d"}\
          """
              .formatted(
                  number,
                  1_000_000 + number,
                  number >> 16 & 255,
                  number >> 8 & 255,
                  number & 255,
                  number >> 8 & 255,
                  number & 255);
      String request =
          "POST /client/connect HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Authorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s"
                  .formatted(Keys.HOOK, body.length(), body);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = answer(socket.getInputStream());
      if (!answer.startsWith("HTTP/1.1 200") || !answer.contains("asked")) {
        throw new AssertionError(answer);
      }
      if (answer.contains("Connection: close")) {
        socket.close();
        socket = open();
      }
    }

    /** Up to the chunk that says it is the last. */
    private static String answer(InputStream in) throws IOException {
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      byte[] some = new byte[2048];
      String answer = "";
      while (!answer.endsWith("\r\n0\r\n\r\n")) {
        int length = in.read(some);
        if (length < 0) {
          throw new IOException("closed after: " + answer);
        }
        read.write(some, 0, length);
        answer = read.toString(StandardCharsets.US_ASCII);
      }
      return answer;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** One insert, one commit. */
  private final class Row implements Caller {
    private final Connection database;
    private final PreparedStatement insert;

    Row(String url) throws SQLException {
      database = DriverManager.getConnection(url);
      insert = database.prepareStatement("insert into least values (?, ?)");
    }

    @Override
    public void once() throws SQLException {
      int number = numbers.incrementAndGet();
      insert.setInt(1, number);
      insert.setString(2, "198.18.0." + number);
      insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
      database.close();
    }
  }
}
