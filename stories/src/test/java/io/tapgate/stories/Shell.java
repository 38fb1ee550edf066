package io.tapgate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An admin at a shell, in an installation, with the address and the key of an api at hand: types
 * commands behind {@code ./tapgate}, and reads what comes of them. Each is a process of its own.
 */
final class Shell {
  private static final Path PAPER = Path.of("target/logs/shell").toAbsolutePath();
  private static final int COLUMNS = 80;
  private static final int PATIENCE_SECONDS = 90;
  private static final AtomicInteger typed = new AtomicInteger();

  private final Path home;
  private final Map<String, String> access;
  private final Map<Way, Set<String>> tried = new EnumMap<>(Way.class);

  /** How a command can go. */
  enum Way {
    WELL,
    AS_JSON,
    WRONG,
    WITH_NOBODY_THERE
  }

  /** What came of a command. */
  record Ran(String line, int code, String out, String err) {

    Ran ends(int expected) {
      assertThat(code).as(toString()).isEqualTo(expected);
      return this;
    }

    /** Of a table, or of sentences: a path or a word longer than that would stay whole. */
    Ran fits() {
      assertThat(out.lines()).allMatch(row -> row.codePointCount(0, row.length()) <= COLUMNS);
      return this;
    }

    @Override
    public String toString() {
      return "$ %s%n%s%s-> %d".formatted(line, out, err, code);
    }
  }

  private Shell(Path home, Map<String, String> access) {
    this.home = home;
    this.access = access;
  }

  static Shell in(Path home, Doors api, String key) {
    String url = "http://127.0.0.1:" + api.port();
    return new Shell(home, Map.of("TAPGATE_URL", url, "TAPGATE_API_KEY", key));
  }

  /** What is installed there says where the api is. */
  static Shell in(Path home) {
    return new Shell(home, Map.of());
  }

  /** It is done; gives what was said about it. */
  String does(String line) {
    tries(Way.WELL, line);
    return types(line).ends(0).fits().out();
  }

  /** It is done; gives the api's own words, where it has any. */
  JsonNode answers(String line) {
    tries(Way.AS_JSON, line);
    String out = types(line + " --json").ends(0).out();
    return out.isEmpty() ? JsonMapper.shared().missingNode() : JsonMapper.shared().readTree(out);
  }

  /** It is not done, with a sentence on the error stream and nothing on the other. */
  void refuses(int code, String line, String advice) {
    tries(Way.WRONG, line);
    Ran ran = types(line).ends(code);
    assertThat(ran.err()).startsWith("tapgate: ").contains(advice);
    assertThat(ran.out()).isEmpty();
  }

  /** Nobody answers at the address; the address and the way out are said. */
  void findsNobody(String line) {
    tries(Way.WITH_NOBODY_THERE, line);
    Ran ran = types(line).ends(1);
    assertThat(ran.err())
        .isEqualTo(
            "tapgate: Tapgate does not answer at %s: is it up? ./tapgate up, or set TAPGATE_URL%n"
                .formatted(access.get("TAPGATE_URL")));
    assertThat(ran.out()).isEmpty();
  }

  Ran types(String line) {
    return pipes("", line);
  }

  /** Blanks part words; a word has none in it. */
  Ran pipes(String input, String line) {
    return ran(line, process(line), input);
  }

  /** The same by somebody who stands in another folder, and calls the launcher from there. */
  Ran typesIn(Path folder, String line) {
    return ran(line, process(line).directory(folder.toFile()), "");
  }

  /** The jar by itself, in any folder and with nothing at hand. */
  static Ran jar(String line) {
    List<String> command = new ArrayList<>(Jar.CLI.command());
    command.addAll(words(line));
    return ran(line, new ProcessBuilder(command), "");
  }

  private static Ran ran(String line, ProcessBuilder builder, String input) {
    Path paper = paper();
    try {
      Path in = Files.writeString(paper.resolveSibling(paper.getFileName() + ".in"), input);
      Path err = paper.resolveSibling(paper.getFileName() + ".err");
      Process process =
          builder
              .redirectInput(in.toFile())
              .redirectOutput(paper.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("does not end: " + line);
      }
      Ran ran = new Ran(line, process.exitValue(), Files.readString(paper), Files.readString(err));
      assertThat(ran.out() + ran.err()).doesNotContain(Keys.ADMIN, "\tat ", "Exception");
      return ran;
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** A view that refreshes itself until this is closed. */
  Watched watches(String line) {
    try {
      Path paper = paper();
      ProcessBuilder builder = process(line).redirectErrorStream(true);
      return new Watched(builder.redirectOutput(paper.toFile()).start(), paper);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  /** What it has shown so far, block after block. */
  record Watched(Process process, Path paper) implements AutoCloseable {

    void shows(String words) {
      Eventually.eventually(
          () -> words + " in: " + said(),
          Eventually.SOON.multipliedBy(2),
          () -> {
            assertThat(process.isAlive()).as(said()).isTrue();
            return said().contains(words);
          });
    }

    String said() {
      try {
        return Files.readString(paper);
      } catch (IOException trouble) {
        throw new UncheckedIOException(trouble);
      }
    }

    @Override
    public void close() {
      process.destroy();
      process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
  }

  private ProcessBuilder process(String line) {
    ProcessBuilder builder = Launched.typed(home, words(line));
    builder.environment().putAll(access);
    return builder;
  }

  private static List<String> words(String line) {
    return List.of(line.split(" "));
  }

  private static Path paper() {
    try {
      Files.createDirectories(PAPER);
      return PAPER.resolve("%03d".formatted(typed.incrementAndGet()));
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  void tries(Way way, String line) {
    tried.computeIfAbsent(way, _ -> new HashSet<>()).add(line);
  }

  /** Those of the commands that were never tried this way. */
  List<String> untried(Way way, List<String> commands) {
    Set<String> lines = tried.getOrDefault(way, Set.of());
    return commands.stream()
        .filter(command -> lines.stream().noneMatch(line -> (line + " ").startsWith(command + " ")))
        .toList();
  }
}
