package io.tapgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routers that are prepared, checked and cleared, as an admin types it. */
class RouterTest {
  private static final String OFFICE =
      """
      {"id": 1, "name": "office", "host": "192.0.2.1", "port": 8729, "username": "tapgate",
       "tls": "pinned", "unconfirmed_timeout": "2m", "ban_timeout": null, "deny_list": "d", "permit_list": "p", "ban_list": "b", "live": 2,
       "condition": {"state": "open", "why": "answers"}, "from_environment": false,
       "last_report_at": "2026-11-26T14:03:00Z", "silent_since": null,
       "unreported_since": "2026-11-26T13:00:00Z"}\
      """;
  private static final String BY_HAND =
      "[{\"what\": \"device-mode forbids fetch.\", \"todo\": \"Press the button.\"}]";

  private final Shell shell = new Shell();

  @BeforeEach
  void oneRouter() {
    shell.answers("GET", "/routers?limit=200", "{\"items\": [" + OFFICE + "], \"next\": null}");
    shell.answers("GET", "/routers?name=office&limit=200", "{\"items\": [" + OFFICE + "]}");
    shell.answers("GET", "/routers", "{\"items\": [" + OFFICE + "], \"next\": null}");
    shell.answers("GET", "/routers/1", OFFICE);
  }

  @AfterEach
  void theApiGoes() {
    shell.close();
  }

  private Shell.Ran types(String line) {
    return shell.types(line.split(" "));
  }

  private static String plan(String byHand, boolean applied, String takenOver) {
    return """
    {"there": "hAP with RouterOS 7.22",
     "steps": ["/user: add tapgate", "/ppp/profile: change \\"vpn\\""],
     "closes": [{"account": "alice", "address": "10.8.0.2", "caller": "198.51.100.7"}],
     "by_hand": %s, "mark": "m1", "applied": %s, "taken_over": %s}\
    """
        .formatted(byHand, applied, takenOver);
  }

  // Prepare.

  @Test
  void a_plan_is_shown_and_done_once_it_is_agreed_to_with_its_mark() {
    shell.answers("POST", "/routers/preparation", plan("[]", true, "[\"alice\"]"));
    shell.piped("hunter2\n");

    Shell.Ran ran =
        types(
            "router prepare 192.0.2.1 --name office --tls off --user boss --password-stdin"
                + " --profile vpn --take-over alice --yes");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("There: hAP with RouterOS 7.22", "To be done:", "  /user: add tapgate")
        .contains("These sessions would be closed", "  alice on 10.8.0.2")
        .contains("192.0.2.1 is prepared, and Tapgate drives it. Taken over as confirmed: alice.");
    assertThat(shell.asked().getFirst())
        .contains("\"profiles\":[\"vpn\"]", "\"tls\":\"off\"", "\"take_over\":[\"alice\"]")
        .contains("\"username\":\"boss\"", "\"password\":\"hunter2\"")
        .doesNotContain("\"port\"", "\"apply\"");
    assertThat(shell.asked().getLast()).contains("\"apply\":true", "\"mark\":\"m1\"");
    assertThat(ran.out() + ran.err()).doesNotContain("hunter2");
  }

  @Test
  void what_is_left_by_hand_is_told_last_and_it_is_not_said_that_all_is_done() {
    shell.answers("POST", "/routers/preparation", plan(BY_HAND, true, "[]"));
    shell.piped("hunter2\n");
    Shell.Ran ran = types("router prepare 192.0.2.1 --password-stdin --yes");
    assertThat(ran.code()).isZero();
    assertThat(ran.out() + ran.err())
        .contains("192.0.2.1 is prepared, but for what is left by hand.")
        .contains("Still by hand: device-mode forbids fetch. Press the button.")
        .doesNotContain("and Tapgate drives it");
  }

  @Test
  void without_a_yes_nothing_is_done() {
    shell.answers("POST", "/routers/preparation", plan("[]", false, "[]"));
    shell.piped("hunter2\n");
    Shell.Ran ran = types("router prepare 192.0.2.1 --password-stdin");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).contains("To be done:");
    assertThat(ran.err()).contains("Do this to 192.0.2.1? Nobody is here to ask: add --yes.");
    assertThat(shell.asked()).hasSize(1).first().asString().doesNotContain("apply");
    assertThat(types("router prepare 192.0.2.1").err()).contains("use --password-stdin");
  }

  @Test
  void a_program_gets_the_plan_and_with_yes_what_became_of_it() {
    shell.answers("POST", "/routers/preparation", plan("[]", false, "[]"));
    shell.piped("hunter2\n");
    Shell.Ran ran = types("router prepare 192.0.2.1 --password-stdin --json");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).startsWith("{\"there\":").contains("\"mark\"");
  }

  @Test
  void a_script_is_printed_for_who_says_where_Tapgate_comes_from() {
    shell.answers("POST", "/routers/1/script", "{\"script\": \":local a 1\\n\"}");
    assertThat(types("router prepare office --print").err()).contains("Give --from.");
    Shell.Ran ran = types("router prepare office --print --from 192.0.2.10");
    assertThat(ran.out()).as(ran.err()).isEqualTo(":local a 1\n");
    assertThat(shell.asked().getLast()).contains("\"tapgate_address\":\"192.0.2.10\"");
  }

  // Check.

  private static String checked(String items) {
    return "{\"router\": {\"id\": 1, \"name\": \"office\"}, \"items\": [" + items + "]}";
  }

  private static String finding(String weight) {
    return "{\"code\": \"rule-missing\", \"weight\": \""
        + weight
        + "\", \"what\": \"a rule is missing\", \"means\": \"It is open.\", \"todo\": \"Prepare it.\"}";
  }

  @ParameterizedTest
  @CsvSource({"problem, 1", "warning, 0"})
  void each_finding_says_what_it_means_and_what_to_do_and_a_problem_is_an_error(
      String weight, int code) {
    shell.answers("POST", "/routers/1/check", checked(finding(weight)));
    Shell.Ran ran = types("router check office");
    assertThat(ran.code()).isEqualTo(code);
    assertThat(ran.out())
        .contains("office: ", "  " + weight + ": a rule is missing [rule-missing]")
        .contains("    It is open.", "    Prepare it.");
    Shell.Ran json = types("router check office --json");
    assertThat(json.code()).isEqualTo(code);
    assertThat(json.out()).contains("\"rule-missing\"");
  }

  @Test
  void all_routers_are_checked_where_none_is_named() {
    shell.answers("POST", "/routers/1/check", checked(""));
    Shell.Ran ran = types("router check");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).isEqualTo("office: all is as it should be.\n");
    assertThat(types("router check --json").out()).startsWith("[{");
  }

  // Remove, and show.

  @Test
  void one_is_made_what_it_was_or_only_forgotten() {
    shell.answers("POST", "/routers/1/clearing", plan("[]", true, "[]"));
    shell.answers("DELETE", "/routers/1", 204, "");
    shell.piped("hunter2\n");
    Shell.Ran ran = types("router remove office --password-stdin --yes");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("office is as it was before, and Tapgate knows it no more.");
    assertThat(types("router remove office --forget").err()).contains("add --yes");
    assertThat(types("router remove office --forget --yes").out()).contains("office is forgotten.");
    assertThat(shell.asked().getLast()).isEqualTo("DELETE /routers/1");
  }

  @Test
  void its_own_limits_are_shown_and_changed() {
    shell.answers("PATCH", "/routers/1", OFFICE);
    assertThat(types("router show office").out())
        .containsPattern("time to answer +2m")
        .doesNotContain("ban lasts");
    Shell.Ran ran = types("router change office --max-unconfirmed 1 --ban-timeout default");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(shell.asked().getLast())
        .contains("\"max_unconfirmed_connections\":\"1\"", "\"ban_timeout\":\"default\"");
  }

  @Test
  void what_is_known_of_its_reports_is_shown_and_what_is_not_is_not() {
    String shown = types("router show office").out();
    assertThat(shown).containsPattern("last report +.*14:03").containsPattern("unreported since +");
    assertThat(shown).doesNotContain("silent since", "set by");
  }
}
