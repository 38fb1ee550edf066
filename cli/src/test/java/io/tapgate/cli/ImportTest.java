package io.tapgate.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of clients: seen first, then applied, and harmless to apply again. */
class ImportTest {
  private static final String PATH = "/api/v1/clients/import";

  private final Shell shell = new Shell();
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void aFile() throws IOException {
    file = folder.resolve("clients.csv");
    Files.writeString(file, "note,name,chat_id\n\"Smith, A\",alice,5\n,bob,x\n,carol,\n");
    shell.api.stubFor(
        post(urlEqualTo(PATH))
            .willReturn(
                okJson(
                    """
                    {"rows": [{"row": 1, "result": "created"},
                              {"row": 2, "result": "refused", "field": "name", "why": "name: too odd"}],
                     "created": 1, "changed": 0, "unchanged": 0, "refused": 1}
                    """)));
  }

  @AfterEach
  void theApiGoes() {
    shell.close();
  }

  @Test
  void without_a_yes_it_shows_what_would_be_and_changes_nothing() {
    Shell.Ran ran = shell.types("client", "import", file.toString());

    assertThat(ran.out())
        .isEqualTo(
            """
            Of 3 clients: 1 created, 0 changed, 0 unchanged, 2 refused.
              line 3: 'x' is no chat: a whole number
              line 4: name: too odd
            """);
    assertThat(ran.err()).isEqualTo("Nothing was changed yet: --yes applies it.\n");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(shell.asked())
        .containsExactly(
            "POST /clients/import {\"dry_run\":true,\"rows\":["
                + "{\"name\":\"alice\",\"chat_id\":5,\"note\":\"Smith, A\"},{\"name\":\"carol\"}]}");
  }

  @Test
  void with_a_yes_it_is_applied() {
    Shell.Ran ran = shell.types("client", "import", file.toString(), "--yes");

    assertThat(ran.err())
        .isEqualTo("2 of 2\nDone: 1 created, 0 changed, 0 unchanged, 2 refused.\n");
    assertThat(shell.asked().getLast()).contains("\"dry_run\":false");
  }

  @Test
  void on_a_terminal_it_asks_and_draws_a_bar() {
    Shell.Ran ran = shell.onTerminal("yes\n").types("client", "import", file.toString());

    assertThat(ran.err())
        .contains("Apply 1 change? [y/N] ")
        .contains("\r[" + "#".repeat(30) + "] 2 of 2\n");
  }

  @Test
  void many_go_in_batches_and_what_breaks_off_is_run_again() throws Exception {
    String rows = IntStream.range(0, 1200).mapToObj(n -> "c" + n).collect(joining("\n"));
    Files.writeString(file, "name\n" + rows + "\n");
    shell.api.stubFor(
        post(urlEqualTo(PATH))
            .withRequestBody(matching(".*false.*\"c500\".*"))
            .willReturn(serverError()));

    Shell.Ran ran = shell.types("client", "import", file.toString(), "--yes");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .contains("500 of 1,200\n")
        .contains("500 of 1,200 lines are in. Run it again: what is in stays as it is.");
    assertThat(shell.asked()).hasSize(5);
  }

  /** It takes 64 KiB; letters outside ASCII and quotes take more than one byte each. */
  @Test
  void a_batch_is_no_larger_than_the_api_takes() throws Exception {
    String note = "\"\"é".repeat(250);
    String rows =
        IntStream.range(0, 200).mapToObj(n -> "c" + n + ",\"" + note + "\"\n").collect(joining());
    Files.writeString(file, "name,note\n" + rows);

    Shell.Ran ran = shell.types("client", "import", file.toString(), "--yes");

    assertThat(ran.err()).contains("200 of 200\n");
    assertThat(bodies()).hasSize(10).allMatch(body -> body.length < 50 * 1024);
  }

  @Test
  void a_row_that_no_api_would_take_is_told_and_holds_up_no_other() throws Exception {
    Files.writeString(file, "name,note\nalice,\nbob," + "x".repeat(70_000) + "\n");

    Shell.Ran ran = shell.types("client", "import", file.toString());

    assertThat(ran.out()).contains("  line 3: it is far too long\n");
    assertThat(bodies()).hasSize(1).allMatch(body -> body.length < 1000);
  }

  private List<byte[]> bodies() {
    return shell.api.getAllServeEvents().stream()
        .map(event -> event.getRequest().getBody())
        .toList();
  }

  @Test
  void for_machines_it_says_whether_anything_was_done() {
    Shell.Ran looked = shell.types("client", "import", file.toString(), "--json");
    assertThat(looked.out()).startsWith("{\"dry_run\":true,\"created\":1,");
    assertThat(looked.err()).contains("Of 3 clients: 1 created", "Nothing was changed yet");

    Shell.Ran done = shell.types("client", "import", file.toString(), "--json", "--yes");
    assertThat(done.out()).startsWith("{\"dry_run\":false,\"created\":1,");
  }

  @Test
  void a_line_that_was_refused_stands_in_nobodys_way() throws Exception {
    Files.writeString(file, "name,chat_id\nalice,x\nalice,5\nalice,6\n");

    assertThat(shell.types("client", "import", file.toString()).out())
        .contains("  line 2: 'x' is no chat: a whole number\n")
        .contains("  line 4: alice stands on line 3 already\n")
        .doesNotContain("  line 3: 'x'", "  line 3: alice");
  }

  @Test
  void a_file_that_cannot_be_read_is_told_with_the_line() throws Exception {
    Files.writeString(file, "name\n\"open\n");
    assertThat(shell.types("client", "import", file.toString()).err())
        .contains("line 2: the quote that opens a field is not closed");

    Files.writeString(file, "who,where\na,b\n");
    assertThat(shell.types("client", "import", file.toString()).err())
        .contains("line 1 must name the columns");

    Files.writeString(file, "name;chat_id;note\nalice;5;\n");
    assertThat(shell.types("client", "import", file.toString()).err())
        .contains("save the file with commas, as name,chat_id,note");

    Files.write(file, new byte[] {'n', 'a', 'm', 'e', '\n', (byte) 0xff});
    assertThat(shell.types("client", "import", file.toString()).err()).contains("is not UTF-8");

    assertThat(shell.types("client", "import", "/nowhere.csv").code()).isEqualTo(2);
  }
}
