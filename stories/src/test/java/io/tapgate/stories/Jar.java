package io.tapgate.stories;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The parts as they are shipped, and how little memory each is given. */
enum Jar {
  API("-Xmx256m"),
  WATCHER("-Xmx32m"),
  PLAYGROUND("-Xmx64m"),
  CLI("-Xmx64m");

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  private final String memory;

  Jar(String memory) {
    this.memory = memory;
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

  /** Run by the Java that runs the test, soon at work and soon gone again. */
  List<String> command() {
    List<String> quick = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", memory);
    return this == API ? Unpacked.command(file(), quick) : java(file(), quick);
  }

  /** Run by the Java that runs the test, told what the launcher would tell it. */
  List<String> command(String... options) {
    return java(file(), List.of(options));
  }

  static List<String> java(Path jar, List<String> options) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>();
    command.add(java);
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }
}
