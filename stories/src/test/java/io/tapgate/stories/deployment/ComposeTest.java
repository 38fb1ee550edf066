package io.tapgate.stories.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The compose file says what the settings and the Dockerfile say. */
class ComposeTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final String text = read("docker-compose.yml");
  private final Map<String, Object> compose = new Yaml().load(text);
  private final Set<String> settings = caught("(?m)^([A-Z_]+)=", read("you_need.env"));

  @Test
  void the_parts_are_those_of_the_design() {
    assertThat(in(compose, "services")).containsOnlyKeys("postgres", "api", "watcher", "nginx");
  }

  @Test
  void the_api_gets_every_setting_by_the_file_and_no_name_that_is_none() {
    assertThat(service("api").get("env_file")).isEqualTo(List.of(".env"));
    assertThat(settings).containsAll(in(service("api"), "environment").keySet());
  }

  @Test
  void the_watcher_gets_the_settings_that_the_launcher_gives_it() {
    String given =
        caught("(?m)^watcher_settings='(.*)'$", read("launcher/up.sh")).iterator().next();
    Set<String> wanted = new TreeSet<>(List.of(given.split(" ")));
    wanted.remove("PLAYGROUND");

    assertThat(service("watcher")).doesNotContainKey("env_file");
    assertThat(in(service("watcher"), "environment").keySet()).isEqualTo(wanted);
  }

  @Test
  void what_is_taken_from_dotenv_is_a_setting() {
    assertThat(caught("\\$\\{([A-Z_]+)", text)).isNotEmpty().isSubsetOf(settings);
  }

  @Test
  void what_is_built_has_its_stage_in_the_dockerfile() {
    Set<String> stages = caught("(?m)^FROM \\S+ AS (\\w+)$", read("Dockerfile"));
    for (String part : List.of("api", "watcher")) {
      Map<String, Object> build = in(service(part), "build");
      assertThat(ROOT.resolve(String.valueOf(build.get("context")))).isDirectory();
      assertThat(build.get("target")).isEqualTo(part);
      assertThat(stages).contains(part);
    }
  }

  @Test
  void what_the_dockerfile_copies_is_there_or_made_by_its_build() {
    assertThat(caught("(?m)^COPY ((?!--from)\\S+) ", read("Dockerfile")))
        .isNotEmpty()
        .allSatisfy(source -> assertThat(ROOT.resolve(source)).exists());
    assertThat(caught("COPY --from=build /src/\\w+/target/(\\S+) ", read("Dockerfile")))
        .containsExactly("api-run.jar", "watcher-run.jar");
  }

  /** Maven does not begin while one is missing, needed or not. */
  @Test
  void the_dockerfile_brings_every_module() {
    assertThat(caught("(?m)^COPY (\\w+)(?:/pom\\.xml)? ", read("Dockerfile")))
        .containsExactlyInAnyOrderElementsOf(caught("<module>(.*?)</module>", read("pom.xml")));
  }

  @Test
  void every_image_is_named_by_its_exact_version() {
    Set<String> images = caught("(?m)^FROM (\\S+)", read("Dockerfile"));
    images.addAll(caught("(?m)^ +image: (\\S+)$", text));

    assertThat(images).hasSizeGreaterThan(4).allMatch(image -> image.matches(".+:\\d+\\.\\d+.*"));
  }

  @Test
  void only_nginx_can_be_reached_from_outside() {
    in(compose, "services")
        .forEach((name, service) -> {
          if (!name.equals("nginx")) {
            assertThat(map(service)).as(name).doesNotContainKeys("ports", "network_mode");
          }
        });
    assertThat(service("postgres").get("networks")).isEqualTo(List.of("inside"));
    assertThat(in(in(compose, "networks"), "inside")).containsEntry("internal", true);
  }

  @Test
  void the_small_process_gets_the_same_flags_as_from_the_launcher() {
    String launcher = read("launcher/up.sh");
    String entry = read("Dockerfile").replaceAll("(?s).* AS watcher\\b", "");

    assertThat(caught("(-X\\S+?)[\" ']", entry))
        .isEqualTo(
            caught(
                "(-X\\S+?)[ '\\n}]",
                launcher.replaceAll("(?s).*?(small_java='[^']*').*", "$1 ")
                    + launcher.replaceAll("(?s).*start watcher \\S+ ([^;}]*).*", "$1 ")));
  }

  private Map<String, Object> service(String name) {
    return in(in(compose, "services"), name);
  }

  private static Map<String, Object> in(Map<String, Object> map, String key) {
    return map(Objects.requireNonNull(map.get(key), key));
  }

  private static Map<String, Object> map(Object value) {
    return ((Map<?, ?>) value)
        .entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> String.valueOf(entry.getKey()),
                    entry -> entry.getValue() == null ? "" : entry.getValue()));
  }

  private static Set<String> caught(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
