package io.tapgate.repository;

import static io.tapgate.repository.Repository.caught;
import static io.tapgate.repository.Repository.files;
import static io.tapgate.repository.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** you_need.env against what the programs read. */
class SettingsListTest {
  /** Agreed on, listed, and not needed by anything yet. */
  private static final Set<String> NOT_YET_BOUND = Set.of("TAPGATE_KEY");

  private static final String LIST = "you_need.env";
  private static final String API = "api/src/main/resources/application.yml";

  @Test
  void every_setting_that_is_listed_is_bound_and_every_bound_one_is_listed() {
    Set<String> bound = new TreeSet<>(caught("\\$\\{([A-Z_]+)", text(API)));
    for (String module : List.of("api", "watcher", "playground")) {
      for (Path file : files(module + "/src/main/java", ".java")) {
        bound.addAll(named(file));
      }
    }
    Set<String> expected = new TreeSet<>(bound);
    expected.addAll(NOT_YET_BOUND);

    assertThat(listed().keySet()).isEqualTo(expected);
    assertThat(bound).doesNotContainAnyElementsOf(NOT_YET_BOUND);
  }

  /** The plain programs read their settings by name, in one class each. */
  private static Set<String> named(Path file) {
    return file.endsWith("watcher/Settings.java") || file.endsWith("PlaygroundSettings.java")
        ? caught("\"([A-Z]+(?:_[A-Z]+)+)\"", text(file))
        : caught("getenv\\(\"([A-Z_]+)\"\\)", text(file));
  }

  @Test
  void a_default_is_the_same_in_the_list_and_in_the_api() {
    Map<String, String> inTheApi = pairs("\\$\\{([A-Z_]+):(.*?)\\}", text(API));

    assertThat(inTheApi).isNotEmpty();
    inTheApi.forEach((name, value) -> assertThat(listed()).as(name).containsEntry(name, value));
  }

  @Test
  void every_setting_has_one_line_that_says_what_it_is() {
    List<String> lines = text(LIST).lines().toList();
    for (int n = 1; n < lines.size(); n++) {
      if (lines.get(n).matches("[A-Z_]+=.*")) {
        assertThat(lines.get(n - 1)).as(lines.get(n)).matches("# (\\(r\\) )?\\S.*[^=]");
        assertThat(n < 2 ? "" : lines.get(n - 2)).as(lines.get(n)).doesNotStartWith("#");
      }
    }
  }

  @Test
  void what_is_required_has_no_default() {
    assertThat(caught("^# \\(r\\).*\\n([A-Z_]+=.*)$", text(LIST)))
        .containsExactly("ADMIN_TOKEN=", "HOOK_TOKEN=", "TELEGRAM_TOKEN=", "WATCHER_TOKEN=");
  }

  private static Map<String, String> listed() {
    return pairs("(?m)^([A-Z_]+)=(.*)$", text(LIST));
  }

  private static Map<String, String> pairs(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .collect(
            Collectors.toMap(
                (MatchResult found) -> found.group(1),
                found -> found.group(2),
                (one, other) -> one,
                TreeMap::new));
  }
}
