package io.tapgate.stories;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The three parts as they are shipped, and how little memory each is given. */
enum Jar {
  API("-Xmx256m"),
  WATCHER("-Xmx32m", "-Xss256k"),
  PLAYGROUND("-Xmx64m", "-Xss256k");

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  private final List<String> memory;

  Jar(String... memory) {
    this.memory = List.of(memory);
  }

  String part() {
    return name().toLowerCase(Locale.ROOT);
  }

  Path file() {
    Path file = REPOSITORY.resolve(part()).resolve("target").resolve(part() + "-run.jar");
    if (Files.notExists(file)) {
      throw new AssertionError(file + " is not there: run `mvn package` first");
    }
    return file;
  }

  /** Run by the Java that runs the test. */
  List<String> command() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Stream.of(
            List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            memory,
            List.of("-jar", file().toString()))
        .flatMap(List::stream)
        .toList();
  }
}
