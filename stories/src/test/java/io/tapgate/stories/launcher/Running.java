package io.tapgate.stories.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A launcher at work, and what it has said so far. Closing it ends it the way Ctrl-C would. */
record Running(Process process, Path words) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  String said() {
    try {
      return Files.readString(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Running untilItSays(String text) {
    eventually("says: " + text, () -> said().contains(text));
    return this;
  }

  /** Waits for the end. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still running; it said:\n" + said());
    }
    return process.exitValue();
  }

  int stopped() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  /** The processes it started from jars. */
  List<ProcessHandle> parts() {
    return process.descendants().filter(Running::runsAJar).toList();
  }

  ProcessHandle part(String name) {
    return parts().stream()
        .filter(part -> commandLine(part).contains("/run/" + name + ".jar"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " does not run"));
  }

  static void eventually(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  private static boolean runsAJar(ProcessHandle process) {
    return commandLine(process).contains("/run/");
  }

  private static String commandLine(ProcessHandle process) {
    return String.join(" ", process.info().arguments().orElse(new String[0]));
  }
}
