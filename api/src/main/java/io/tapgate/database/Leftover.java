package io.tapgate.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that a killed Tapgate left running on our data. It has to end before another one may
 * start there. Only the holder of the folder may look for it: then whoever runs there is nobody's.
 */
final class Leftover {
  private static final Logger log = LoggerFactory.getLogger(Leftover.class);
  private static final Duration POLITE = Duration.ofSeconds(10);
  private static final Duration RUDE = Duration.ofSeconds(5);

  private Leftover() {}

  static void stop(Path data, Path binaries) throws IOException {
    Optional<ProcessHandle> running = running(data, binaries.toRealPath());
    if (running.isPresent()) {
      log.warn(
          "an earlier Tapgate was killed and left its database running (pid {}): stopping it",
          running.get().pid());
      stop(running.get());
    }
  }

  /** The pid may have been given to somebody else since: only our own program counts. */
  private static Optional<ProcessHandle> running(Path data, Path binaries) throws IOException {
    Path note = data.resolve("postmaster.pid");
    if (Files.notExists(note)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(note);
    if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(one -> one.info().command().filter(path -> isIn(binaries, path)).isPresent());
  }

  private static boolean isIn(Path binaries, String program) {
    return Path.of(program).startsWith(binaries);
  }

  /** Killed outright it loses nothing either: what was committed is in its log on disk. */
  private static void stop(ProcessHandle postgres) throws IOException {
    postgres.destroy();
    if (!ends(postgres, POLITE)) {
      postgres.destroyForcibly();
      if (!ends(postgres, RUDE)) {
        throw new IOException("the database that was left behind does not end: " + postgres.pid());
      }
    }
  }

  private static boolean ends(ProcessHandle process, Duration patience) throws IOException {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException trouble) {
      throw new IOException(trouble);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while an earlier database ends");
    }
  }
}
