package io.tapgate.repository;

import static io.tapgate.repository.Repository.caught;
import static io.tapgate.repository.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterScriptsTest {
  private static final String DOOR = "api/src/main/java/io/tapgate/connection/web/HookDoor.java";

  @ParameterizedTest
  @ValueSource(strings = {"on-up.rsc", "on-down.rsc"})
  void each_key_a_script_sends_is_one_that_the_door_reads(String name) {
    String script = text("router-scripts/" + name);
    Set<String> sent = caught("\\[\\$field \"(\\w+)\"", script);
    sent.addAll(caught("\\\\\"(\\w+)\\\\\":", script));

    assertThat(caught("\\.(?:require|read)\\(\"(\\w+)\"", text(DOOR)))
        .contains("source_ip", "caller_id")
        .containsAll(sent);
    assertThat(sent).contains("source_ip", "destination_ip", "caller_id", "name", "chat_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"on-up.rsc", "on-down.rsc"})
  void what_must_be_filled_in_stands_at_the_top_and_once(String name) {
    String script = text("router-scripts/" + name);

    assertThat(caught("^:local \\w+ \"@@(\\w+)@@\"$", script))
        .containsExactly("API_URL", "DENY_LIST", "HOOK_TOKEN", "PERMIT_LIST");
    assertThat(script.split("@@", -1)).hasSize(9);
    assertThat(text("router-scripts/README.md"))
        .contains("@@API_URL@@", "@@DENY_LIST@@", "@@HOOK_TOKEN@@", "@@PERMIT_LIST@@");
  }

  @ParameterizedTest
  @ValueSource(strings = {"on-up.rsc", "on-down.rsc"})
  void the_router_acts_before_it_reports_and_a_deaf_api_ends_nothing(String name) {
    String script = text("router-scripts/" + name);

    assertThat(script.indexOf("address-list remove")).isPositive();
    assertThat(script.lastIndexOf("/ip firewall")).isLessThan(script.indexOf("/tool fetch"));
    assertThat(script)
        .containsOnlyOnce("/tool fetch")
        .containsPattern(":do \\{\\s+/tool fetch [^}]+\\} on-error=")
        .contains("check-certificate=yes", "output=none", "duration=", "http-method=post");
  }

  /** A script comes onto the router through a variable, which older versions cut at 4095 bytes. */
  @ParameterizedTest
  @ValueSource(strings = {"on-up.rsc", "on-down.rsc"})
  void a_script_fits_into_a_variable_and_every_version_knows_its_words(String name) {
    String script = text("router-scripts/" + name);

    assertThat(script.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4096);
    assertThat(script).doesNotContain("[:serialize", ":onerror", "idle-timeout", ":convert");
  }

  @ParameterizedTest
  @ValueSource(strings = {"on-up.rsc", "on-down.rsc"})
  void the_entries_of_a_script_carry_the_mark_by_which_the_api_knows_its_own(String name) {
    String phrasebook = text("api/src/main/java/io/tapgate/router/routeros/Phrasebook.java");

    assertThat(caught("OURS = \"(\\w+)\"", phrasebook))
        .isEqualTo(caught("comment=\"(\\w+)\"", text("router-scripts/" + name)));
  }
}
