package io.tapgate.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each room says what it is for. */
class PackagesTest {
  private static final Pattern SOURCE =
      Pattern.compile("(\\w+)/src/(?:main|test)/java/(.+)/[^/]+\\.java");

  /** A Javadoc comment before the package's name. */
  private static final Pattern SAID = Pattern.compile("(?s)/\\*\\*(.*?)\\*/.*^package ", 8);

  private static final int WORDS = 5;

  @Test
  void every_package_has_a_package_info() {
    Set<String> packages = new TreeSet<>();
    Set<String> described = new TreeSet<>();
    for (Path file : Repository.files(".*\\.java")) {
      Matcher source = SOURCE.matcher(file.toString());
      if (source.matches() && !isWrongOnPurpose(file)) {
        String room = source.group(1) + ": " + source.group(2);
        (file.endsWith("package-info.java") ? described : packages).add(room);
      }
    }

    assertThat(packages).isNotEmpty();
    assertThat(described).containsAll(packages);
  }

  /** What the architecture's tests are held against. */
  private static boolean isWrongOnPurpose(Path file) {
    return file.toString().contains("/architecture/wrong/");
  }

  @Test
  void every_package_info_says_in_a_sentence_what_the_room_is_for() {
    List<Path> infos = Repository.files(".*/package-info\\.java");

    assertThat(infos).isNotEmpty().allSatisfy(info -> assertThat(sentence(info)).isTrue());
  }

  @Test
  void every_package_info_asks_for_checked_nulls() {
    assertThat(Repository.files(".*/src/main/.*/package-info\\.java"))
        .isNotEmpty()
        .allSatisfy(info -> assertThat(Repository.text(info)).contains("@NullMarked\npackage "));
  }

  private static boolean sentence(Path info) {
    Matcher said = SAID.matcher(Repository.text(info));
    if (!said.find()) {
      return false;
    }
    String words = said.group(1).replaceAll("(?m)^\\s*\\*", " ").strip();
    return words.contains(".") && words.split("\\s+").length >= WORDS;
  }
}
