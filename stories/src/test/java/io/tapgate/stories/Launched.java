package io.tapgate.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The real launcher in a folder of its own, with the real jars: what it needs to start, and no
 * sources, so that it has nothing to build. Closing it is Ctrl-C.
 */
final class Launched implements AutoCloseable {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Duration STARTS_WITHIN = Duration.ofMinutes(3);
  private static final Pattern PAGE = Pattern.compile("Open http://127\\.0\\.0\\.1:([0-9]+)/");

  private final Path home;
  private final Process process;
  private final Path words;

  private Launched(Path home, Process process, Path words) {
    this.home = home;
    this.process = process;
    this.words = words;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
  }

  static Launched up(Path home) throws IOException {
    install(home);
    Path words = Path.of("target/logs/tapgate-up.log").toAbsolutePath();
    Files.createDirectories(words.getParent());
    ProcessBuilder builder = typed(home, List.of("up"));
    // Not the ports that a person's own playground may have.
    builder.environment().put("PLAYGROUND_PORT", Integer.toString(Stage.freePort()));
    builder.environment().put("PLAYGROUND_ROUTER_PORT", Integer.toString(Stage.freePort()));
    builder.redirectErrorStream(true).redirectOutput(words.toFile());
    Launched launched = new Launched(home, builder.start(), words);
    launched.untilItIsUp();
    return launched;
  }

  /** What it needs, and nothing else. */
  static void install(Path home) throws IOException {
    copy(REPOSITORY.resolve("tapgate"), home);
    copy(REPOSITORY.resolve("you_need.env"), home);
    copy(REPOSITORY.resolve("launcher"), home);
    for (Jar jar : Jar.values()) {
      Path to = home.resolve(REPOSITORY.relativize(jar.file()));
      Files.createDirectories(to.getParent());
      Files.createSymbolicLink(to, jar.file());
    }
  }

  /** These words behind {@code ./tapgate}, with nothing of the test's own environment. */
  static ProcessBuilder typed(Path home, List<String> words) {
    List<String> command = new ArrayList<>(List.of(home.resolve("tapgate").toString()));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  private void untilItIsUp() {
    Eventually.eventually(
        () -> "the playground is up; it said: " + said(),
        STARTS_WITHIN,
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError("./tapgate up ended by itself:\n" + said() + logs());
          }
          return PAGE.matcher(said()).find();
        });
  }

  int pagePort() {
    Matcher page = PAGE.matcher(said());
    if (!page.find()) {
      throw new AssertionError(said());
    }
    return Integer.parseInt(page.group(1));
  }

  /** The three it started. */
  List<ProcessHandle> parts() {
    return process
        .descendants()
        .filter(one -> commandLine(one).contains(home + "/var/playground/run/"))
        .toList();
  }

  /** Whatever still runs out of this folder, whoever's child it is. */
  List<String> strays() {
    return ProcessHandle.allProcesses()
        .map(Launched::commandLine)
        .filter(line -> line.contains(home.toString()))
        .toList();
  }

  private static String commandLine(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }

  private String said() {
    return read(words);
  }

  private String logs() {
    try (Stream<Path> logs = Files.walk(home.resolve("var"))) {
      return String.join(
          "\n", logs.filter(file -> file.toString().endsWith(".log")).map(Launched::read).toList());
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static void copy(Path source, Path home) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = home.resolve(REPOSITORY.relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
