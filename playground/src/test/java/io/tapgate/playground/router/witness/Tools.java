package io.tapgate.playground.router.witness;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs that need not be on every machine. */
final class Tools {
  private static final System.Logger LOG = System.getLogger(Tools.class.getName());
  private static final long MINUTES = 3;

  private Tools() {}

  record Run(int exit, String out, String err) {
    @Override
    public String toString() {
      return "exit " + exit + "\n" + out + err;
    }
  }

  /**
   * What this test needs is not there. Skips the test and says why; where nothing may be skipped,
   * fails it.
   */
  static void missing(String what) {
    boolean noSkip = "true".equals(System.getenv("CI")) || System.getenv("TAPGATE_NO_SKIP") != null;
    if (noSkip) {
      Assertions.fail(what + "; here no test may be skipped");
    }
    LOG.log(Level.WARNING, "skipped: {0}", what);
    Assumptions.abort(what);
  }

  static boolean isThere(String program) {
    try {
      return run(Path.of("."), program, "--version").exit() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  /** Runs a program to its end. The output goes through files, so that none of it can block. */
  static Run run(Path folder, String... command) throws IOException {
    Path out = Files.createTempFile("witness", ".out");
    Path err = Files.createTempFile("witness", ".err");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new IOException(String.join(" ", command) + " does not end");
      }
      return new Run(process.exitValue(), text(out), text(err));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    } finally {
      process.destroyForcibly();
    }
  }

  private static String text(Path file) throws IOException {
    String text = Files.readString(file);
    Files.delete(file);
    return text;
  }
}
