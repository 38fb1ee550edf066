package io.tapgate.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages tell a person to type and to open is there. */
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final Pattern COMMAND = Pattern.compile("\\./tapgate +([a-z][\\w-]*)");
  private static final Pattern WORD = Pattern.compile("(?m)^  ([a-z][a-z| -]*)\\) ");

  /** What looks like a file of ours: {@code ./tapgate}, {@code you_need.env}, {@code nginx/}. */
  private static final Pattern FILE =
      Pattern.compile(
          "\\./[\\w./-]+|[a-z][\\w-]*/(?:[\\w./-]*\\w/?)?|[\\w-]+\\.(?:env|md|rsc|sh|yml)");

  /** What is made on the machine, or found outside the repository. */
  private static final Pattern NOT_OURS = Pattern.compile("(\\./)?(var|.*target)(/.*)?");

  @Test
  void there_is_a_readme_with_the_two_commands() {
    assertThat(Repository.has("README.md")).as("README.md stands at the top").isTrue();
    assertThat(Repository.text("README.md")).contains("./tapgate up", "./tapgate test");
  }

  @Test
  void the_lines_to_type_and_the_names_in_the_text_are_of_files_that_exist() {
    List<String> named =
        pages("(.*/)?README\\.md|RATIONALE\\.md").stream()
            .flatMap(page -> lines(page).flatMap(line -> files(page, line)))
            .toList();

    assertThat(named).isNotEmpty().allSatisfy(file -> assertThat(Repository.has(file)).isTrue());
  }

  @Test
  void every_command_of_the_launcher_that_a_page_names_exists() {
    List<String> words = new ArrayList<>();
    Repository.found(WORD, Repository.text("tapgate"))
        .forEach(line -> words.addAll(Arrays.asList(line.split(" *\\| *"))));

    for (Path page : pages(".*\\.md|you_need\\.env")) {
      assertThat(words).as(page.toString()).containsAll(commands(page));
    }
    assertThat(commands(Path.of("README.md"))).contains("up", "test");
  }

  @Test
  void every_link_to_a_file_leads_somewhere() {
    for (Path page : pages(".*\\.md")) {
      assertThat(Repository.found(LINK, Repository.text(page)))
          .filteredOn(link -> !link.contains(":"))
          .allSatisfy(link ->
              assertThat(Repository.has(beside(page, link)))
                  .as(page + " leads to " + link)
                  .isTrue());
    }
  }

  private static List<Path> pages(String pattern) {
    return Repository.files(pattern);
  }

  private static List<String> commands(Path page) {
    return Repository.found(COMMAND, Repository.text(page));
  }

  private static Stream<String> lines(Path page) {
    String text = Repository.text(page);
    return Stream.concat(
        Repository.found(BLOCK, text).stream().flatMap(String::lines),
        Repository.found(CODE, BLOCK.matcher(text).replaceAll("")).stream());
  }

  /** Seen from the top, or else from beside the page. */
  private static Stream<String> files(Path page, String line) {
    return Arrays.stream(line.split("[\\s\"'=;|<>]+"))
        .filter(word -> FILE.matcher(word).matches())
        .filter(word -> !NOT_OURS.matcher(word).matches())
        .map(word -> Repository.has(beside(page, word)) ? beside(page, word) : word);
  }

  private static String beside(Path page, String link) {
    return page.resolveSibling(link).normalize().toString();
  }
}
