package io.tapgate.repository;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** you_need.env lists every setting there is, and says of each what the code does. */
class YouNeedEnvTest {
  private static final Pattern SETTING = Pattern.compile("([A-Z][A-Z0-9_]*)=(.*)");
  private static final Pattern IN_YAML = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?\\}");

  /** A name that is read from the environment, and the default beside it, if it is a constant. */
  private static final Pattern IN_JAVA =
      Pattern.compile(
          "\\.(?:getenv|get|getOrDefault|value|optional|text|required|secret|token|port|url|chats)"
              + "\\(\\s*\"([A-Z][A-Z0-9_]*)\"(?:,\\s*\"?([^\",)]*)\"?\\))?");

  private static final Pattern IN_SHELL = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):-([^}]*)\\}");

  private static final Pattern IN_COMPOSE =
      Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::-([^}]*)|:\\?[^}]*)?\\}");

  /** What the launcher asks the machine it runs on, and the person at the command line. */
  private static final Set<String> OF_THE_MACHINE =
      Set.of(
          "HOME",
          "JAVA_HOME",
          "LANG",
          "LC_ALL",
          "LC_CTYPE",
          "MAVEN_OPTS",
          "TAPGATE_API_KEY",
          "TAPGATE_JDKS",
          "TAPGATE_NO_SKIP",
          "TAPGATE_URL");

  private final List<String> lines = Repository.text("you_need.env").lines().toList();
  private final Map<String, String> listed = listed();

  /** One place that reads a setting, and what it takes where nothing is written. */
  private record Binding(String place, String name, String otherwise) {}

  @Test
  void every_setting_that_is_listed_is_read_somewhere() {
    Set<String> read = new TreeSet<>(bindings().stream().map(Binding::name).toList());

    assertThat(listed.keySet()).isNotEmpty().allSatisfy(name -> assertThat(read).contains(name));
  }

  @Test
  void every_setting_that_is_read_is_listed() {
    assertThat(bindings())
        .isNotEmpty()
        .filteredOn(binding -> !listed.containsKey(binding.name()))
        .isEmpty();
  }

  @Test
  void every_part_that_reads_settings_was_looked_at() {
    assertThat(bindings())
        .extracting(Binding::place)
        .contains("api/src/main/resources/application.yml", "launcher/up.sh")
        .anyMatch(place -> place.startsWith("watcher/"))
        .anyMatch(place -> place.startsWith("playground/"));
  }

  @Test
  void each_setting_stands_once_with_exactly_one_line_of_comment_above_it() {
    for (int at = 0; at < lines.size(); at++) {
      if (SETTING.matcher(lines.get(at)).matches()) {
        assertThat(line(at - 1)).as("above " + lines.get(at)).startsWith("# ");
        assertThat(line(at - 2)).as("two lines above " + lines.get(at)).doesNotStartWith("#");
      }
    }
    assertThat(lines.stream().filter(line -> SETTING.matcher(line).matches()))
        .hasSize(listed.size());
  }

  @Test
  void there_is_nothing_but_settings_and_comments() {
    assertThat(lines)
        .allMatch(
            line -> line.isEmpty() || line.startsWith("# ") || SETTING.matcher(line).matches());
  }

  @Test
  void the_defaults_are_those_of_the_api() {
    Map<String, String> inYaml =
        bindings().stream()
            .filter(binding -> binding.place().endsWith("application.yml"))
            .collect(toMap(Binding::name, Binding::otherwise, (one, _) -> one, TreeMap::new));

    assertThat(listed).isNotEmpty().containsAllEntriesOf(inYaml);
  }

  @Test
  void a_default_that_is_shown_is_the_same_in_every_part() {
    assertThat(bindings())
        .filteredOn(binding -> !binding.otherwise().isEmpty())
        .filteredOn(binding -> !listed.getOrDefault(binding.name(), "").isEmpty())
        .isNotEmpty()
        .allSatisfy(binding ->
            assertThat(binding.otherwise())
                .as(binding.name() + " in " + binding.place())
                .isEqualTo(listed.get(binding.name())));
  }

  @Test
  void what_is_required_has_no_default_and_says_so() {
    assertThat(lines.stream().filter(line -> line.startsWith("# (required) "))).hasSize(7);
    for (int at = 1; at < lines.size(); at++) {
      if (line(at - 1).startsWith("# (required) ")) {
        assertThat(lines.get(at)).endsWith("=");
      }
    }
  }

  private String line(int at) {
    return at < 0 ? "" : lines.get(at);
  }

  private Map<String, String> listed() {
    return lines.stream()
        .map(SETTING::matcher)
        .filter(Matcher::matches)
        .collect(toMap(one -> one.group(1), one -> one.group(2), (one, _) -> one, TreeMap::new));
  }

  private static List<Binding> bindings() {
    List<Binding> bindings = new ArrayList<>();
    collect(bindings, "api/src/main/resources/application.*\\.yml", IN_YAML);
    collect(bindings, "(api|watcher|playground)/src/main/java/.*\\.java", IN_JAVA);
    collect(bindings, "docker-compose\\.yml", IN_COMPOSE);
    collect(bindings, "tapgate|launcher/.*\\.sh", IN_SHELL);
    bindings.removeIf(binding -> OF_THE_MACHINE.contains(binding.name()));
    return bindings;
  }

  private static void collect(List<Binding> bindings, String files, Pattern pattern) {
    for (Path file : Repository.files(files)) {
      Matcher matcher = pattern.matcher(Repository.text(file));
      while (matcher.find()) {
        String otherwise = matcher.group(2) == null ? "" : matcher.group(2);
        bindings.add(new Binding(file.toString(), matcher.group(1), otherwise));
      }
    }
  }
}
