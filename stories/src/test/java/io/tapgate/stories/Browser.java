package io.tapgate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real browser, driven by node. Where node, npm or a browser is missing the story is skipped with
 * the reason; where nothing may be skipped, it fails.
 */
final class Browser {
  private static final Path SOURCE = Path.of("src/test/node");
  private static final Path FOLDER = Path.of("target/page-visitor").toAbsolutePath();
  private static final int SECONDS = 60;

  private Browser() {}

  /** What the page showed. */
  record Seen(JsonNode json) {
    String text(String name) {
      return json.path(name).asString();
    }

    List<String> problems() {
      return json.path("problems").values().stream().map(JsonNode::asString).toList();
    }
  }

  static Seen visits(int port, String name, int width, int height) throws IOException {
    Path node = need("node");
    Path browser = need("chromium", "chromium-browser", "google-chrome");
    install(need("npm"));
    Path picture = FOLDER.resolve("page-" + width + ".png");
    Path out =
        run(
            node.toString(),
            "visit.mjs",
            Integer.toString(port),
            name,
            Integer.toString(width),
            Integer.toString(height),
            browser.toString(),
            picture.toString());
    String last = Files.readString(out).lines().reduce("", (_, line) -> line);
    return new Seen(JsonMapper.shared().readTree(last));
  }

  /** Once for a lock file: beside the build's output, never in the sources. */
  private static void install(Path npm) throws IOException {
    Files.createDirectories(FOLDER);
    Path lock = FOLDER.resolve("package-lock.json");
    boolean installed =
        Files.isDirectory(FOLDER.resolve("node_modules/playwright-core"))
            && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) < 0;
    for (String file : List.of("package.json", "package-lock.json", ".npmrc", "visit.mjs")) {
      Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!installed) {
      run(npm.toString(), "ci", "--prefer-offline", "--ignore-scripts");
    }
  }

  private static Path run(String... command) throws IOException {
    Path out = Files.createTempFile(FOLDER, "said", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      String said = Files.readString(out);
      assertThat(ended).as("ends within %d s: %s", SECONDS, said).isTrue();
      assertThat(process.exitValue()).as(said).isZero();
      return out;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  private static Path need(String... names) {
    return Stream.of(names)
        .flatMap(name -> find(name).stream())
        .findFirst()
        .orElseGet(() -> missing(names[0] + " is not installed, so no browser can visit the page"));
  }

  private static Optional<Path> find(String program) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path missing(String what) {
    boolean noSkip = "true".equals(System.getenv("CI")) || System.getenv("TAPGATE_NO_SKIP") != null;
    if (noSkip) {
      Assertions.fail(what + "; here no test may be skipped");
    }
    System.out.println("skipped: " + what);
    Assumptions.abort(what);
    throw new IllegalStateException(what);
  }
}
