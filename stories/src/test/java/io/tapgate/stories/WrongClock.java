package io.tapgate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * The clock on the wall of every process that is started with these settings, in the test's hand: a
 * few lines of C stand between the process and the kernel. Its steady clock goes as it does, and so
 * do the clocks of the database and of the test.
 */
final class WrongClock {
  private static final Path SOURCE = Path.of("src/test/resources/wrong_clock.c").toAbsolutePath();
  private static final String NO_COMPILER = "a C compiler is missing: apt-get install gcc";

  private final Path library;
  private final Path offset;

  private WrongClock(Path library, Path offset) {
    this.library = library;
    this.offset = offset;
  }

  /** A skip is a failure where everything has to run. */
  static WrongClock in(Path folder) throws IOException, InterruptedException {
    if (System.getenv("TAPGATE_NO_SKIP") == null) {
      Assumptions.assumeTrue(hasCompiler(), NO_COMPILER);
    }
    assertThat(hasCompiler()).as(NO_COMPILER).isTrue();
    Path library = folder.resolve("wrong_clock.so");
    List<String> command =
        List.of(
            "cc",
            "-shared",
            "-fPIC",
            "-O1",
            "-ffreestanding",
            "-nostdlib",
            "-o",
            library.toString(),
            SOURCE.toString());
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    WrongClock clock = new WrongClock(library, folder.resolve("offset"));
    clock.isOffBy(Duration.ZERO);
    return clock;
  }

  private static boolean hasCompiler() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "cc")));
  }

  Map<String, String> settings() {
    return Map.of("LD_PRELOAD", library.toString(), "WRONG_CLOCK", offset.toString());
  }

  /** From now on. The file stays the one that is open, and as long as it was. */
  void isOffBy(Duration span) throws IOException {
    Files.writeString(
        offset,
        "%+019d%n".formatted(span.toSeconds()),
        StandardCharsets.US_ASCII,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }
}
