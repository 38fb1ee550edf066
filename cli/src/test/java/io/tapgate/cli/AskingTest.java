package io.tapgate.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each command, and what the api is asked for it. */
class AskingTest {
  private static final String ALICE =
      "{\"id\": 7, \"name\": \"alice\", \"banned_until\": \"2026-11-26T16:05:00Z\"}";

  private final Shell shell = new Shell();

  @AfterEach
  void theApiGoes() {
    shell.close();
  }

  /** What is typed, what the api hears last, and how the sentence ends that is read. */
  record Command(String typed, String asks, String says) {}

  static Stream<Command> commands() {
    return Stream.of(
        new Command(
            "client list --name al --state banned", "GET /clients?name=al&state=banned", ""),
        new Command("client show #7", "GET /clients/7", ""),
        new Command(
            "client add bob --chat 5 --note n",
            "POST /clients {\"name\":\"bob\",\"chat_id\":5,\"note\":\"n\"}",
            "alice is added, '#7'."),
        new Command(
            "client change alice --note= --chat 9",
            "PATCH /clients/7 {\"chat_id\":\"9\",\"note\":null}",
            "alice is changed."),
        new Command("client remove alice --yes", "DELETE /clients/7", "alice is removed."),
        new Command(
            "client ban alice --for 2h --reason lost",
            "POST /clients/7/ban {\"for\":\"2h\",\"reason\":\"lost\"}",
            "alice is banned until 16:05, in 2 h."),
        new Command("client unban alice", "POST /clients/7/unban {}", "no longer banned."),
        new Command(
            "client lock alice --for never",
            "POST /clients/7/lock {\"for\":\"never\"}",
            "alice is locked out."),
        new Command("client unlock alice", "POST /clients/7/unlock {}", "no longer locked."),
        new Command("client reset alice", "POST /clients/7/reset {}", "all chances again."),
        new Command(
            "client accept-chat alice 42",
            "POST /clients/7/accept-chat {\"chat_id\":42}",
            "alice is asked in chat 42 from now on."),
        new Command(
            "connection list --client alice --state asked,confirmed --since 2h",
            "GET /connections?state=asked%2Cconfirmed&client=7&since=2026-11-26T12%3A05%3A00Z&sort=-id",
            ""),
        new Command(
            "connection confirm 3 --reason phone",
            "POST /connections/3/confirm {\"reason\":\"phone\"}",
            "Connection 7 (alice) is confirmed."),
        new Command("connection reject 3", "POST /connections/3/reject {}", ""),
        new Command("connection disconnect 3", "POST /connections/3/disconnect {}", ""),
        new Command("ban list --past --client alice", "GET /bans?client=7", ""),
        new Command("ban show 4", "GET /bans/4", ""),
        new Command(
            "ban lift #4 --reason mistake",
            "POST /bans/4/lift {\"reason\":\"mistake\"}",
            "Ban 4 of alice is lifted."),
        new Command("router list", "GET /routers", ""),
        new Command("router show office", "GET /routers/1", ""),
        new Command(
            "router change office --port 8729",
            "PATCH /routers/1 {\"port\":8729}",
            "alice is changed."),
        new Command(
            "router remove office --forget --yes", "DELETE /routers/1", "office is forgotten."),
        new Command("router hook-token #1", "POST /routers/1/hook-token {}", "this once: h00k"),
        new Command(
            "router hook-token #1 --overlap none",
            "POST /routers/1/hook-token {\"overlap\":\"none\"}",
            "this once: h00k"),
        new Command("key list", "GET /keys", ""),
        new Command("key show ci", "GET /keys/2", ""),
        new Command(
            "key make ci --scope read --for 30d",
            "POST /keys {\"name\":\"ci\",\"scope\":\"read\",\"for\":\"30d\"}",
            "open-sesame"),
        new Command("key revoke ci --yes", "DELETE /keys/2", "ci is revoked."),
        new Command("audit list --verb ban", "GET /audit?verb=ban", ""),
        new Command("audit list --sort at", "GET /audit?sort=at", ""),
        new Command("audit verify --head 3:ab", "GET /audit/verify?head=3%3Aab", "All is there."),
        new Command("status", "GET /status", ""),
        new Command("why 3", "GET /connections/3/why", ""));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_asks_the_api_for_what_it_says(Command command) {
    anApi();

    Shell.Ran ran = shell.types(command.typed().split(" "));

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(shell.asked().getLast()).isEqualTo(command.asks());
    assertThat(ran.out().strip()).endsWith(command.says());
  }

  /** Says the same to everything, and knows alice, office and ci. */
  private void anApi() {
    shell.api.stubFor(
        any(anyUrl())
            .willReturn(
                okJson(
                    """
                    {"id": 7, "name": "alice", "state": "confirmed", "hook_token": "h00k",
                     "secret": "open-sesame", "banned_until": "2026-11-26T16:05:00Z",
                     "client": {"id": 7, "name": "alice"}, "sound": true,
                     "sentences": ["All is there."], "items": []}
                    """)));
    shell
        .answers("GET", "/clients?name=alice&sort=name&limit=200", items(ALICE))
        .answers("GET", "/routers?limit=200", items("{\"id\": 1, \"name\": \"office\"}"))
        .answers("GET", "/keys?limit=200", items("{\"id\": 2, \"name\": \"ci\"}"));
  }

  private static String items(String... items) {
    return "{\"items\": " + List.of(items) + ", \"next\": null}";
  }

  @Test
  void a_word_that_begins_like_a_name_in_telegram_is_that_word() {
    anApi();

    assertThat(shell.types("client", "change", "#7", "--note", "@alice").code()).isZero();
    assertThat(shell.asked().getLast()).isEqualTo("PATCH /clients/7 {\"note\":\"@alice\"}");
  }

  @Test
  void a_change_is_made_to_what_was_seen() {
    anApi();

    shell.types("client", "change", "#7", "--note", "x");

    assertThat(shell.asked()).first().isEqualTo("GET /clients/7");
    assertThat(shell.api.getAllServeEvents().getFirst().getRequest().getHeader("If-Match"))
        .isNotEmpty();
  }

  @Test
  void a_routers_password_comes_from_the_input_and_never_from_the_words() {
    anApi();
    shell.piped("hunter2\nmore\n");

    Shell.Ran ran =
        shell.types(
            "router", "add", "hq", "--host", "r", "--username", "tapgate", "--password-stdin");

    assertThat(ran.code()).isZero();
    assertThat(shell.asked().getLast())
        .isEqualTo(
            "POST /routers {\"name\":\"hq\",\"host\":\"r\",\"username\":\"tapgate\","
                + "\"password\":\"hunter2\"}");
    assertThat(shell.types("router", "add", "hq", "--host", "r", "--username", "t").err())
        .contains("use --password-stdin");
  }

  @Test
  void an_audit_that_is_not_sound_ends_with_1() {
    shell.answers("GET", "/audit/verify", "{\"sound\": false, \"sentences\": [\"One is gone.\"]}");

    Shell.Ran ran = shell.types("audit", "verify");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEqualTo("One is gone.\n");
  }

  @Test
  void what_cannot_be_undone_wants_a_yes() {
    anApi();

    assertThat(shell.types("client", "remove", "#7").code()).isEqualTo(2);
    assertThat(shell.onTerminal("n\n").types("client", "remove", "#7").code()).isEqualTo(1);
    assertThat(shell.asked()).noneMatch(call -> call.startsWith("DELETE"));
    assertThat(shell.onTerminal("y\n").types("client", "remove", "#7").code()).isZero();
    assertThat(shell.asked().getLast()).isEqualTo("DELETE /clients/7");
  }
}
