package io.tapgate.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The api's jar as a container would hold it: unpacked, with what Java learnt of it at a rehearsal.
 * An api starts with half the work then, and the stories start a hundred.
 */
final class Unpacked {
  private static final Path FOLDER = Path.of("target", "api-unpacked").toAbsolutePath();
  private static final Path LEARNT = FOLDER.resolve("learnt.aot");
  private static final int MINUTES = 2;
  private static boolean rehearsed;

  private Unpacked() {}

  /** The whole command. Should nothing have been learnt, it starts as well, only later. */
  static synchronized List<String> command(Path jar, List<String> options) {
    Path unpacked = FOLDER.resolve(jar.getFileName());
    if (!rehearsed) {
      unpack(jar);
      rehearse(Jar.java(unpacked, and(options, "-XX:AOTCacheOutput=" + LEARNT)));
      rehearsed = true;
    }
    return Jar.java(unpacked, and(options, "-XX:AOTCache=" + LEARNT));
  }

  private static List<String> and(List<String> options, String learning) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(learning, "-Xlog:disable"));
    return all;
  }

  private static void unpack(Path jar) {
    List<String> command = new ArrayList<>(Jar.java(jar, List.of("-Djarmode=tools")));
    command.addAll(List.of("extract", "--force", "--destination", FOLDER.toString()));
    try {
      Files.createDirectories(FOLDER.getParent());
      Files.deleteIfExists(LEARNT);
      Process process = new ProcessBuilder(command).inheritIO().start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new AssertionError(jar + " could not be unpacked");
      }
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Somebody gets in and leaves: what that takes is what every story takes. */
  private static void rehearse(List<String> command) {
    try (Stage stage = Stage.on(Postgres.fresh())) {
      stage.startApi(command);
      stage.startWatcher();
      Client client = stage.somebody();
      client.hangsUp(client.getsIn());
      // What was learnt is written at the end.
      stage.api().endsWithin(Duration.ofMinutes(MINUTES));
    }
  }
}
