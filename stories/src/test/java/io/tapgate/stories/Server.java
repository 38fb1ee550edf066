package io.tapgate.stories;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that one story has to itself, to hurt: durable, on the same port and the same data
 * each time it is started.
 */
final class Server implements AutoCloseable {
  private static final int ENDS_WITHIN_SECONDS = 30;

  private final Path data;
  private final String program;
  private final int port = Stage.freePort();
  private @Nullable Process postmaster;

  private Server(Path data, String program) {
    this.data = data;
    this.program = program;
  }

  static Server in(Path folder) throws IOException {
    Path data = folder.resolve("data");
    Server server = new Server(data, prepared(data));
    server.start();
    return server;
  }

  int port() {
    return port;
  }

  Records records() {
    return new Records(urlBy(port));
  }

  /** By another way than straight. */
  static String urlBy(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
  }

  /** Returns when it answers: after a kill it has its log to go through first. */
  void start() {
    Eventually.eventually("PostgreSQL is back", this::isUpAgain);
  }

  /** With what was left of a killed one still around it gives up: then once more. */
  private boolean isUpAgain() {
    Process running = postmaster;
    if (running == null || !running.isAlive()) {
      postmaster = launched();
    }
    try {
      DriverManager.getConnection(records().url()).close();
      return true;
    } catch (SQLException notYet) {
      return false;
    }
  }

  /** Connections are ended, what is open is rolled back: as a service is restarted. */
  void stop() {
    signal("INT", List.of(process().toHandle()));
    gone();
  }

  /** Everything at once, in the middle of whatever it does. */
  void kill() {
    signal("KILL", processes());
    gone();
  }

  /** It accepts, and says nothing. */
  void freeze() {
    signal("STOP", processes());
  }

  void thaw() {
    signal("CONT", processes());
  }

  @Override
  public void close() {
    Process running = postmaster;
    if (running != null && running.isAlive()) {
      thaw();
      stop();
    }
  }

  private List<ProcessHandle> processes() {
    List<ProcessHandle> all = new ArrayList<>();
    all.add(process().toHandle());
    process().descendants().forEach(all::add);
    return all;
  }

  private Process process() {
    Process running = postmaster;
    if (running == null) {
      throw new IllegalStateException("not started yet");
    }
    return running;
  }

  private static void signal(String name, List<ProcessHandle> processes) {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes.forEach(one -> command.add(Long.toString(one.pid())));
    try {
      // One that ended by itself in between is what was wanted.
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private void gone() {
    try {
      if (!process().waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("PostgreSQL does not end");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** The embedded one makes the data folder, and shows which program it runs; then it is ours. */
  private static String prepared(Path data) throws IOException {
    try (EmbeddedPostgres _ =
        EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).start()) {
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
      return ProcessHandle.of(pid).flatMap(one -> one.info().command()).orElseThrow();
    }
  }

  private Process launched() {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      // It refuses to run as root.
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(List.of(program, "-D", data.toString(), "-p", Integer.toString(port)));
    command.addAll(List.of("-c", "listen_addresses=127.0.0.1"));
    command.addAll(List.of("-c", "unix_socket_directories=", "-c", "fsync=on"));
    command.addAll(List.of("-c", "max_connections=60", "-c", "log_min_messages=fatal"));
    File log = Path.of("target/logs/postgres.log").toAbsolutePath().toFile();
    try {
      Files.createDirectories(log.toPath().getParent());
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
          .start();
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }
}
