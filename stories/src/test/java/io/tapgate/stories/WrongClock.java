package io.tapgate.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The clock on the wall of every process that is started with these settings, in the test's hand
 * (by libfaketime). Their steady clock, the database's clock and the test's own go as they do.
 */
final class WrongClock {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

  private final Path library;
  private final Path offset;

  private WrongClock(Path library, Path offset) {
    this.library = library;
    this.offset = offset;
  }

  static WrongClock in(Path folder) {
    Optional<Path> found = PLACES.stream().filter(Files::exists).findFirst();
    Assumptions.assumeTrue(found.isPresent(), "faketime is missing: apt-get install faketime");
    return new WrongClock(found.orElseThrow(), folder.resolve("offset"));
  }

  Map<String, String> settings() {
    return Map.of(
        "LD_PRELOAD",
        library.toString(),
        "FAKETIME_TIMESTAMP_FILE",
        offset.toString(),
        "FAKETIME_CACHE_DURATION",
        "1",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1");
  }

  /** From a second from now on; never half written. */
  void isOffBy(Duration span) throws IOException {
    Path fresh = offset.resolveSibling("offset.new");
    Files.writeString(fresh, "%+ds%n".formatted(span.toSeconds()));
    Files.move(fresh, offset, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
