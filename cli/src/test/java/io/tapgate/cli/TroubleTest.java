package io.tapgate.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read when something is wrong, and how it ends. The key is never in it. */
class TroubleTest {
  private final Shell shell = new Shell();

  @AfterEach
  void theApiGoes() {
    shell.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, 2, 'Too short. Write more.'",
    "401, 1, 'Too short. Write more. The key comes from TAPGATE_API_KEY.'",
    "403, 1, 'Too short. Write more. The key comes from TAPGATE_API_KEY.'",
    "404, 1, 'Too short. Write more.'",
    "409, 1, 'Too short. Write more.'",
    "412, 1, 'Too short. Write more. Look at it again, then type the command once more.'",
    "428, 1, 'Too short. Write more. Look at it again, then type the command once more.'",
    "503, 1, 'Too short. Write more. Try again in 5 s.'"
  })
  void a_refusal_is_told_in_the_apis_words_and_with_the_next_step(
      int status, int code, String sentence) {
    shell.refuses(status, "Too short", "Write more");

    Shell.Ran ran = shell.types("client", "ban", "#7");

    assertThat(ran).isEqualTo(new Shell.Ran(code, "", "tapgate: " + sentence + "\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "why 1",
        "client list",
        "client ban alice",
        "connection confirm 1 --reason x",
        "ban lift 1",
        "router show office",
        "key list --all",
        "audit export"
      })
  void a_dead_api_is_told_with_its_address_and_what_to_do(String command) {
    shell.close();

    Shell.Ran ran = shell.types(command.split(" "));

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo(
            "tapgate: Tapgate does not answer at "
                + shell.url()
                + ": is it up? ./tapgate up, or set TAPGATE_URL\n");
  }

  @Test
  void an_answer_that_is_not_tapgates_is_not_taken_for_one() {
    shell.answers("GET", "/status", 502, "<html>Bad gateway</html>");

    assertThat(shell.types("status").err()).contains("status 502 and not as Tapgate does");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "ban list", "client show #7", "connection disconnect 5"})
  void a_page_that_welcomes_everybody_is_not_taken_for_an_answer(String command) {
    shell.api.stubFor(any(anyUrl()).willReturn(ok("<html>Welcome</html>")));

    Shell.Ran ran = shell.types(command.split(" "));

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("status 200 and not as Tapgate does");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void nobodys_words_steer_the_terminal() {
    shell.refuses(409, "No\\u001b[2J\\u202etxt", "Later");

    assertThat(shell.types("status").err()).isEqualTo("tapgate: No\ufffd[2J\ufffdtxt. Later.\n");
  }

  @Test
  void what_could_not_be_written_is_not_said_to_be_done() {
    shell.answers("GET", "/bans?in_force=true", "{\"items\": [], \"next\": null}");

    Shell.Ran ran = shell.onFullDisk().types("ban", "list");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("could not be written");
  }

  @Test
  void of_all_pages_no_more_are_fetched_than_can_be_written() {
    shell.answers("GET", "/keys?limit=200", "{\"items\": [{\"id\": 1}], \"next\": \"more\"}");

    assertThat(shell.onFullDisk().types("key", "list", "--all").code()).isEqualTo(1);
    assertThat(shell.asked()).hasSize(1);
  }

  @Test
  void a_view_for_machines_tells_its_trouble_beside() {
    shell.refuses(503, "Away", "");

    Shell.Ran ran = shell.refreshed(2).types("status", "--json", "--watch");

    assertThat(ran.err()).startsWith("Away. Try again in 5 s. Trying again.\n");
    assertThat(ran.out()).isBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "clinet list | Did you mean: tapgate client",
        "client bann x | Did you mean: client ban",
        "client ban | Missing required parameter: 'CLIENT'",
        "client ban #7 --fro 2h | Unknown option",
        "client ban #7 --for soon | 'soon' is no span",
        "client add | who is it?",
        "client change #7 | what shall change?",
        "connection confirm 3 | Missing required option: '--reason",
        "connection show alice | is no number of a connection",
        "connection list --since yesterday | 'yesterday' is no time",
        "connection | Missing required subcommand",
        "router add hq | Give --host and --username",
        "key make ci | Missing required option: '--scope",
        "client accept-chat #7 x | Invalid value for positional parameter",
        "client list --all --limit 5 | leave out --limit, or --all",
        "ban list --all --watch | leave out --all, or --watch",
        "completion fish | bash or zsh"
      })
  void what_is_typed_wrong_is_told_before_anything_is_sent(String typed, String advice) {
    Shell.Ran ran = shell.types(typed.split(" "));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(advice);
    assertThat(ran.out()).isEmpty();
    assertThat(shell.asked()).noneMatch(call -> !call.startsWith("GET"));
  }

  @Test
  void a_name_nobody_has_is_answered_with_those_that_look_alike() {
    shell
        .answers("GET", "/clients?name=alcie&sort=name&limit=200", "{\"items\": []}")
        .answers(
            "GET",
            "/clients?name=a&sort=name&limit=200",
            "{\"items\": [{\"id\": 3, \"name\": \"albert\"}, {\"id\": 7, \"name\": \"alice\"}]}");

    Shell.Ran ran = shell.types("client", "ban", "alcie");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo("tapgate: there is no client 'alcie'. Did you mean alice ('#7')?\n");
  }

  @Test
  void a_name_that_two_have_is_not_guessed_at() {
    shell.answers(
        "GET",
        "/routers?limit=200",
        "{\"items\": [{\"id\": 1, \"name\": \"hq\"}, {\"id\": 2, \"name\": \"hq\"}]}");

    assertThat(shell.types("router", "remove", "hq", "--yes").err())
        .contains("2 routers are called 'hq'. Say which: hq ('#1'), hq ('#2')");
  }

  @Test
  void without_a_key_it_says_where_to_write_one() {
    Shell.Ran ran = shell.with("TAPGATE_API_KEY", "").types("status");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("no key for " + shell.url(), "TAPGATE_API_KEY");
  }

  @Test
  void the_key_is_in_no_output() {
    shell.refuses(401, "No", "Not this one");

    for (List<String> words :
        List.of(List.of("status"), List.of("--help"), List.of("key", "list"))) {
      Shell.Ran ran = shell.types(words.toArray(String[]::new));
      assertThat(ran.out() + ran.err()).doesNotContain(Shell.KEY);
    }
  }

  @Test
  void help_needs_neither_key_nor_api() {
    shell.close();

    Shell.Ran ran = shell.with("TAPGATE_API_KEY", "").types("client", "ban", "--help");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Usage: tapgate client ban").contains("--for=SPAN");
    assertThat(ran.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void completion_knows_every_noun_and_the_launchers_own_words() {
    assertThat(shell.types("completion", "bash").out())
        .contains("accept-chat", "hook-token", "settings", "complete -F");
    assertThat(shell.types("completion", "zsh").out()).contains("bashcompinit");
  }

  @ParameterizedTest
  @CsvSource({
    "tapgate cl, client",
    "tapgate client unb, unban",
    "tapgate router li, list",
    "tapgate sett, settings"
  })
  void bash_completes_with_it(String typed, String word, @TempDir Path folder) throws Exception {
    Path script = folder.resolve("completion");
    Files.writeString(script, shell.types("completion", "bash").out());
    String asks =
        ". '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_tapgate; printf '%%s' \"${COMPREPLY[*]}\""
            .formatted(script, typed, typed.split(" ").length - 1);

    Process bash = new ProcessBuilder("bash", "-c", asks).redirectErrorStream(true).start();

    assertThat(new String(bash.getInputStream().readAllBytes(), UTF_8).strip().split(" +"))
        .contains(word);
  }
}
