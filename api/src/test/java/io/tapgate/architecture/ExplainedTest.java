package io.tapgate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every package says in a real sentence what it is for. */
class ExplainedTest {
  private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*(.*?)\\*/\\s*@");
  private static final int WORDS_OF_A_SENTENCE = 6;

  @Test
  void every_package_is_explained() throws IOException {
    assertThat(unexplained(Path.of("src/main/java"))).isEmpty();
  }

  @Test
  void a_package_without_a_sentence_is_found(@TempDir Path sources) throws IOException {
    write(sources.resolve("none/Something.java"), "record Something() {}");
    write(
        sources.resolve("short/package-info.java"), "/** Placeholder. */\n@NullMarked\npackage s;");
    write(sources.resolve("bare/package-info.java"), "@NullMarked\npackage bare;");
    write(
        sources.resolve("good/package-info.java"),
        "/** Keeps the doors and never lets anybody in unasked. */\n@NullMarked\npackage good;");
    assertThat(unexplained(sources))
        .extracting(path -> path.getFileName().toString())
        .containsExactlyInAnyOrder("none", "short", "bare");
  }

  private static List<Path> unexplained(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .filter(folder -> !isExplained(folder.resolve("package-info.java")))
          .toList();
    }
  }

  private static boolean isExplained(Path info) {
    return Files.exists(info) && sentence(info).split("\\s+").length >= WORDS_OF_A_SENTENCE;
  }

  private static String sentence(Path info) {
    try {
      Matcher javadoc = JAVADOC.matcher(Files.readString(info));
      return javadoc.find() ? javadoc.group(1).replace("*", "").strip() : "";
    } catch (IOException unreadable) {
      throw new AssertionError(info + " cannot be read", unreadable);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
