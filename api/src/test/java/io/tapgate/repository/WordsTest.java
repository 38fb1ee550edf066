package io.tapgate.repository;

import static io.tapgate.repository.Repository.MODULES;
import static io.tapgate.repository.Repository.ROOT;
import static io.tapgate.repository.Repository.caught;
import static io.tapgate.repository.Repository.files;
import static io.tapgate.repository.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every room says what it is for, every language says everything, every command names a file. */
class WordsTest {

  @Test
  void each_package_says_in_a_sentence_what_it_is_for() {
    for (String module : MODULES) {
      Map<String, List<Path>> rooms = new TreeMap<>();
      for (Path file : files(module + "/src", ".java")) {
        String room = caught("^package ([\\w.]+);", text(file)).iterator().next();
        rooms.computeIfAbsent(room, unseen -> new ArrayList<>()).add(file);
      }
      rooms.forEach(WordsTest::saysWhatItIsFor);
    }
  }

  private static void saysWhatItIsFor(String room, List<Path> files) {
    List<Path> signs = files.stream().filter(f -> f.endsWith("package-info.java")).toList();
    assertThat(signs).as("package-info of " + room).isNotEmpty();
    for (Path sign : signs) {
      String words = text(sign).replaceAll("(?m)^\\s*\\*", "").replaceAll("\\s+", " ");
      assertThat(words).as(sign.toString()).containsPattern("/\\*\\* ?\\w.{20,}\\.");
      assertThat(words).as(sign.toString()).contains("@NullMarked");
    }
  }

  @Test
  void the_message_bundles_have_the_same_keys_and_no_empty_message() throws IOException {
    Map<Path, Set<String>> keysByFolder = new TreeMap<>();
    for (Path file : files("api/src/main/resources", ".properties")) {
      if (file.getFileName().toString().startsWith("messages")) {
        Properties messages = read(file);
        assertThat(messages.values()).as(file.toString()).doesNotContain("");
        Set<String> keys = new TreeSet<>(messages.stringPropertyNames());
        Set<String> others = keysByFolder.putIfAbsent(file.getParent(), keys);
        assertThat(others == null ? keys : others).as(file.toString()).isEqualTo(keys);
      }
    }
    assertThat(keysByFolder).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "router-scripts/README.md", "RATIONALE.md"})
  void what_a_readme_names_is_there(String readme) {
    String words = text(readme);
    Path file = ROOT.resolve(readme);
    Set<String> named = caught("\\]\\((?!http)([^)#]+)\\)", words);
    named.addAll(caught("(?<![\\w/.-])\\./([a-z][\\w./-]*\\w)", words));
    named.addAll(caught("`([\\w-][\\w./-]*\\.(?:md|env|yml|rsc|conf|awk|java))`", words));
    named.addAll(caught("`([\\w.-]+(?:/[\\w.-]+)*/)`", words));

    assertThat(named).isNotEmpty();
    assertThat(named)
        .allMatch(
            name -> Files.exists(file.resolveSibling(name)) || Files.exists(ROOT.resolve(name)));
  }

  private static Properties read(Path file) throws IOException {
    Properties messages = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      messages.load(reader);
    }
    return messages;
  }
}
