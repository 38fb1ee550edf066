package io.tapgate.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts say to the api what the api understands, and are fit for a router. */
class RouterScriptsTest {
  private static final String DOOR = "api/src/main/java/io/tapgate/connection/web/HookDoor.java";
  private static final Pattern KEY = Pattern.compile("\\\\\"([a-z_]+)\\\\\":");
  private static final Pattern READ = Pattern.compile("fields\\s*\\.(?:read|require)\\(\"(\\w+)\"");
  private static final Pattern REQUIRED = Pattern.compile("fields\\.require\\(\"(\\w+_\\w+)\"");
  private static final Pattern PLACEHOLDER = Pattern.compile("(@@[A-Z_]+@@)");
  private static final Pattern PATH = Pattern.compile("\\$apiUrl \\. \"(/[a-z/]+)\"");

  /** What every supported RouterOS can read of a file, and so put into a profile. */
  private static final int READABLE = 4095;

  private static final int WHAT_VALUES_ADD = 220;

  @ParameterizedTest
  @ValueSource(strings = {"on-up.rsc", "on-down.rsc"})
  void each_key_of_a_report_is_one_that_the_door_reads(String script) {
    assertThat(Repository.found(KEY, script(script)))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .isSubsetOf(Repository.found(READ, Repository.text(DOOR)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"on-up.rsc", "on-down.rsc"})
  void what_the_door_requires_is_reported(String script) {
    List<String> required = Repository.found(REQUIRED, Repository.text(DOOR));

    assertThat(required).isNotEmpty();
    assertThat(Repository.found(KEY, script(script))).contains("name").containsAll(required);
  }

  @ParameterizedTest
  @ValueSource(strings = {"on-up.rsc", "on-down.rsc"})
  void a_report_goes_to_a_door_that_exists(String script) {
    assertThat(Repository.found(PATH, script(script)))
        .singleElement()
        .satisfies(
            path -> assertThat(Repository.text(DOOR)).contains("@PostMapping(\"" + path + "\")"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"on-up.rsc", "on-down.rsc"})
  void what_must_be_filled_in_stands_at_the_top_in_lines_of_its_own(String script) {
    List<String> top = script(script).lines().filter(line -> line.contains("@@")).toList();

    assertThat(top)
        .containsExactly(
            ":local apiUrl \"@@API_URL@@\"",
            ":local hookToken \"@@HOOK_TOKEN@@\"",
            ":local denyList \"@@DENY_LIST@@\"",
            ":local permitList \"@@PERMIT_LIST@@\"");
    assertThat(script(script).lines().toList().subList(1, 1 + top.size())).isEqualTo(top);
  }

  @Test
  void what_must_be_filled_in_is_a_setting_and_the_readme_says_how() {
    Set<String> placeholders = Set.copyOf(Repository.found(PLACEHOLDER, script("on-up.rsc")));

    assertThat(placeholders).isNotEmpty();
    assertThat(placeholders)
        .allSatisfy(placeholder -> {
          assertThat(script("README.md")).contains(placeholder);
          assertThat(Repository.text("you_need.env"))
              .contains("\n" + placeholder.replace("@@", "") + "=");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"on-up.rsc", "on-down.rsc"})
  void the_report_is_sent_as_a_router_should(String script) {
    String fetch = script(script).substring(script(script).indexOf("/tool/fetch"));

    assertThat(fetch)
        .contains("check-certificate=yes", "http-method=post", "output=none", "duration=")
        .contains("} on-error={");
  }

  @ParameterizedTest
  @ValueSource(strings = {"on-up.rsc", "on-down.rsc"})
  void nothing_is_written_to_flash(String script) {
    assertThat(script(script).lines().filter(line -> line.contains("/add ")))
        .allMatch(line -> line.contains("timeout="));
    assertThat(script(script)).doesNotContain("/set ", "/file/", ":global");
  }

  @ParameterizedTest
  @ValueSource(strings = {"on-up.rsc", "on-down.rsc"})
  void a_script_with_its_values_fits_into_what_a_router_can_read_of_a_file(String script) {
    assertThat(script(script).length()).isLessThanOrEqualTo(READABLE - WHAT_VALUES_ADD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"on-up.rsc", "on-down.rsc"})
  void an_entry_carries_the_mark_by_which_the_api_knows_its_own(String script) {
    Pattern ours = Pattern.compile("OURS = \"(\\w+)\"");
    Pattern mark = Pattern.compile("comment=(\\w+)");
    String phrasebook = "api/src/main/java/io/tapgate/router/routeros/Phrasebook.java";

    assertThat(Repository.found(mark, script(script)))
        .isNotEmpty()
        .isEqualTo(Repository.found(ours, Repository.text(phrasebook)));
  }

  @Test
  void every_place_of_a_script_is_explained() {
    assertThat(List.of("prepare.rsc", "remove.rsc"))
        .allSatisfy(script ->
            assertThat(Repository.found(PLACEHOLDER, script(script)))
                .isNotEmpty()
                .allSatisfy(place -> assertThat(script("README.md")).contains("`" + place + "`")));
  }

  /** A terminal forgets what a line declared when the line is over. */
  @ParameterizedTest
  @ValueSource(strings = {"prepare.rsc", "remove.rsc"})
  void what_is_pasted_is_one_block(String script) {
    List<String> lines = script(script).lines().filter(line -> !line.startsWith("#")).toList();
    assertThat(lines.getFirst()).isEqualTo("{");
    assertThat(lines.getLast()).isEqualTo("}");
  }

  @Test
  void the_lists_are_called_in_the_readme_as_in_the_settings() {
    Pattern list = Pattern.compile("_LIST@@`.*usually `(tapgate-\\w+)`");

    assertThat(Repository.found(list, script("README.md")))
        .hasSize(3)
        .allSatisfy(name -> assertThat(Repository.text("you_need.env")).contains("_LIST=" + name));
  }

  @Test
  void the_gate_stands_above_every_other_rule() {
    Pattern way = Pattern.compile("\\b(add chain=(?:input|forward) (?:.*\\\\\\n)*.*)");
    List<String> ways = Repository.found(way, script("prepare.rsc"));

    assertThat(ways).hasSize(2 * 9);
    assertThat(ways.stream().filter(one -> one.contains("place-before=$first"))).hasSize(9);
  }

  @Test
  void the_ban_closes_the_ports_of_the_vpn_and_no_other() {
    Pattern ban = Pattern.compile("action=drop src-address-list=\\$banList (.*)");

    assertThat(Set.copyOf(Repository.found(ban, script("prepare.rsc"))))
        .containsExactlyInAnyOrder(
            "connection-state=new protocol=udp dst-port=$vpnUdpPorts \\",
            "connection-state=new protocol=tcp dst-port=$vpnTcpPorts \\");
  }

  @ParameterizedTest
  @ValueSource(strings = {"on-up.rsc", "on-down.rsc"})
  void what_a_report_that_fails_is_called_in_the_log_stands_in_the_readme(String script) {
    Pattern warning = Pattern.compile(":log warning \\(.* is \\w+: ([^\"]+)\"\\)");

    assertThat(Repository.found(warning, script(script)))
        .singleElement()
        .satisfies(words -> assertThat(script("README.md")).contains("| `" + words + "`"));
  }

  private static String script(String name) {
    return Repository.text("router-scripts/" + name);
  }
}
