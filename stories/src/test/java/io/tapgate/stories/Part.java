package io.tapgate.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A part of Tapgate at work, as a process. It gets the settings it is given and nothing of the
 * test's own environment; what it says is kept in {@code target/logs}.
 */
final class Part implements AutoCloseable {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path LOGS = TARGET.resolve("logs");
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);
  private static final AtomicInteger started = new AtomicInteger();
  private static final List<Part> all = new CopyOnWriteArrayList<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> all.forEach(Part::close)));
  }

  private final Jar jar;
  private final Process process;
  private final Path log;

  /** Not there to do anything, in real time: dead, or asleep. */
  record Absence(Instant from, Instant until) {}

  private final List<Absence> absences = new CopyOnWriteArrayList<>();
  private final Instant since = Instant.now();
  private volatile Instant gone = Instant.MAX;

  private Part(Jar jar, Process process, Path log) {
    this.jar = jar;
    this.process = process;
    this.log = log;
  }

  static Part start(Jar jar, Map<String, String> settings) {
    return start(jar, jar.command(), settings);
  }

  static Part start(Jar jar, List<String> command, Map<String, String> settings) {
    try {
      Files.createDirectories(LOGS);
      Path log = LOGS.resolve("%03d-%s.log".formatted(started.incrementAndGet(), jar.part()));
      ProcessBuilder builder = new ProcessBuilder(command);
      Map<String, String> environment = builder.environment();
      String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
      environment.clear();
      environment.putAll(Map.of("PATH", path, "LC_ALL", "C.UTF-8"));
      environment.putAll(settings);
      builder.directory(TARGET.toFile());
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      Part part = new Part(jar, builder.start(), log);
      all.add(part);
      return part;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /** Those that have been started so far and are still to be told about when something fails. */
  static List<Part> all() {
    return List.copyOf(all);
  }

  String said() {
    try {
      return Files.readString(log);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  boolean runs() {
    return process.isAlive();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Waits for it to end by itself. */
  int exitCode() {
    waitForTheEnd(ENDS_WITHIN);
    return process.exitValue();
  }

  /** When it was away so far; until now, where it still is. */
  List<Absence> absences() {
    List<Absence> all = new ArrayList<>(absences);
    if (!gone.equals(Instant.MAX)) {
      all.add(new Absence(gone, Instant.now()));
    }
    return all;
  }

  private void goes() {
    if (gone.equals(Instant.MAX)) {
      gone = Instant.now();
    }
  }

  boolean wasThere(Instant at) {
    return !at.isBefore(since)
        && absences().stream()
            .noneMatch(one -> !at.isBefore(one.from()) && at.isBefore(one.until()));
  }

  /** It is there again, or another one in its place. */
  void isBack() {
    if (!gone.equals(Instant.MAX)) {
      absences.add(new Absence(gone, Instant.now()));
      gone = Instant.MAX;
    }
  }

  /** Stops it where it stands, as a laptop's lid or a busy host would. */
  void pause() {
    goes();
    signal("-STOP");
  }

  /** It goes on, and knows nothing of the time in between. */
  void wake() {
    signal("-CONT");
    isBack();
  }

  private void signal(String which) {
    try {
      int code = new ProcessBuilder("kill", which, Long.toString(process.pid())).start().waitFor();
      if (code != 0) {
        throw new AssertionError(this + " took no signal");
      }
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** As a power cut would: SIGKILL, in the middle of whatever it does. */
  void kill() {
    goes();
    process.destroyForcibly();
    waitForTheEnd(ENDS_WITHIN);
  }

  /** As a supervisor would. */
  @Override
  public void close() {
    endsWithin(ENDS_WITHIN);
  }

  void endsWithin(Duration span) {
    goes();
    process.destroy();
    waitForTheEnd(span);
  }

  private void waitForTheEnd(Duration span) {
    try {
      if (!process.waitFor(span.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(this + " does not end. It said:\n" + said());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public String toString() {
    return jar.part() + " (pid " + process.pid() + ", " + log.getFileName() + ")";
  }
}
