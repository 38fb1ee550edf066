package io.tapgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts on a router, as an admin types it. */
class AccountTest {
  private static final String OFFICE = "{\"id\": 1, \"name\": \"office\"}";
  private static final String CELLAR = "{\"id\": 2, \"name\": \"cellar\"}";
  private static final String ALICE =
      """
      {"name": "alice", "profile": "vpn", "service": "any", "disabled": false,
       "comment": "tapgate chat=5", "ours": true, "chat_id": 5, "last_logged_out": "2026-11-20 18:03:00"}\
      """;
  private static final String MADE = "{\"name\": \"alice\", \"password\": \"abcdef-ghjkmn\"}";

  private final Shell shell = new Shell();

  @BeforeEach
  void oneRouter() {
    routers(OFFICE);
  }

  @AfterEach
  void theApiGoes() {
    shell.close();
  }

  private void routers(String... all) {
    shell.answers(
        "GET", "/routers", "{\"items\": [" + String.join(",", all) + "], \"next\": null}");
    shell.answers(
        "GET",
        "/routers?limit=200",
        "{\"items\": [" + String.join(",", all) + "], \"next\": null}");
  }

  private Shell.Ran types(String line) {
    return shell.types(line.split(" "));
  }

  @Test
  void the_only_router_is_the_one_that_is_meant() {
    shell.answers("GET", "/routers/1/accounts", "{\"items\": [" + ALICE + "]}");
    Shell.Ran ran = types("account list");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("NAME", "OURS", "LAST OUT")
        .containsPattern("alice +yes +5 +vpn +any +2026-11-20 18:03:00 +tapgate chat=5\n");
    assertThat(types("account list --json").out()).startsWith("{\"items\": [");
  }

  @Test
  void a_router_without_accounts_says_so() {
    shell.answers("GET", "/routers/1/accounts", "{\"items\": []}");
    assertThat(types("account list").out()).isEqualTo("There is no account on this router.\n");
  }

  @Test
  void of_several_routers_one_is_named() {
    routers(OFFICE, CELLAR);
    Shell.Ran ran = types("account disable alice");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("on which router? Give --router: office, cellar");
    assertThat(types("account disable alice --router cellr").err()).contains("Did you mean cellar");
  }

  @Test
  void where_there_is_no_router_yet_it_says_how_to_add_one() {
    routers();
    assertThat(types("account list").err()).contains("no router yet. See ./tapgate router add");
  }

  @Test
  void a_password_stands_alone_on_its_line() {
    shell.answers("POST", "/routers/1/accounts", 201, MADE);
    Shell.Ran ran = types("account add alice --chat 5 --profile vpn --service l2tp --comment up");
    assertThat(ran.out()).isEqualTo("abcdef-ghjkmn\n");
    assertThat(ran.err()).isEqualTo("The password of alice on office, shown this once:\n");
    assertThat(shell.asked().getLast())
        .isEqualTo(
            "POST /routers/1/accounts {\"name\":\"alice\",\"chat_id\":5,\"profile\":\"vpn\","
                + "\"service\":\"l2tp\",\"comment\":\"up\"}");
    assertThat(types("account add alice --json").out()).isEqualTo(MADE + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "account disable alice | PATCH /routers/1/accounts/alice {\"disabled\":true} | alice is disabled.",
        "account enable alice | PATCH /routers/1/accounts/alice {\"disabled\":false} | alice is enabled.",
        "account remove alice --yes | DELETE /routers/1/accounts/alice | The account alice is removed.",
        "account password alice | POST /routers/1/accounts/alice/password {} | abcdef-ghjkmn"
      })
  void a_verb_asks_the_api_for_what_it_says(String line, String asks, String says) {
    shell.answers("PATCH", "/routers/1/accounts/alice", ALICE);
    shell.answers("DELETE", "/routers/1/accounts/alice", 204, "");
    shell.answers("POST", "/routers/1/accounts/alice/password", MADE);
    Shell.Ran ran = types(line);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(shell.asked().getLast()).isEqualTo(asks);
    assertThat(ran.out().strip()).isEqualTo(says);
  }

  @Test
  void a_name_is_spelled_for_its_path_or_said_to_be_none_for_it() {
    shell.answers("PATCH", "/routers/1/accounts/j%C3%BCrgen%20m", ALICE);
    assertThat(shell.types("account", "enable", "jürgen m").code()).isZero();
    Shell.Ran odd = shell.types("account", "enable", "OFFICE\\alice");
    assertThat(odd.code()).isEqualTo(2);
    assertThat(odd.err()).contains("'OFFICE\\alice' is changed on the router itself");
  }

  @Test
  void what_cannot_be_undone_wants_a_yes() {
    assertThat(types("account remove alice").err()).contains("Nobody is here to ask: add --yes.");
    assertThat(shell.asked()).noneMatch(one -> one.startsWith("DELETE"));
  }

  @Test
  void a_client_is_added_with_an_account_on_each_router_that_is_named() {
    routers(OFFICE, CELLAR);
    shell.answers("POST", "/routers/1/accounts", 201, MADE);
    shell.answers("POST", "/routers/2/accounts", 201, MADE.replace("ghjkmn", "zzzzzz"));

    Shell.Ran ran = types("client add alice --chat 5 --note n --router office --router cellar");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo("abcdef-ghjkmn\nabcdef-zzzzzz\n");
    assertThat(ran.err())
        .isEqualTo(
            """
            The password of alice on office, shown this once:
            The password of alice on cellar, shown this once:
            """);
    assertThat(shell.asked())
        .contains(
            "POST /routers/1/accounts {\"name\":\"alice\",\"chat_id\":5,\"note\":\"n\"}",
            "POST /routers/2/accounts {\"name\":\"alice\",\"chat_id\":5,\"note\":\"n\"}")
        .noneMatch(one -> one.startsWith("POST /clients"));
  }

  @Test
  void what_fails_on_one_router_holds_up_no_other_and_is_told_by_its_name() {
    routers(OFFICE, CELLAR);
    shell.answers(
        "POST",
        "/routers/1/accounts",
        504,
        "{\"title\": \"The router does not answer.\", \"detail\": \"Try again.\"}");
    shell.answers("POST", "/routers/2/accounts", 201, MADE);

    Shell.Ran ran = types("client add alice --router office --router cellar");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEqualTo("abcdef-ghjkmn\n");
    assertThat(ran.err()).endsWith("office: The router does not answer. Try again.\n");
  }

  @Test
  void a_router_that_is_misspelt_is_noticed_before_anything_is_done() {
    routers(OFFICE, CELLAR);
    Shell.Ran ran = types("client add alice --router office --router cellr");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(shell.asked()).noneMatch(one -> one.startsWith("POST"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "client add --router office | what is the account called?",
        "client add alice --profile vpn | on which router? Give --router, once for each.",
        "client import | from where? Give a file, or --router ROUTER.",
        "client import a.csv --router office | from where? Give a file, or --router ROUTER."
      })
  void what_is_missing_is_asked_for(String line, String says) {
    Shell.Ran ran = types(line);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains(says);
  }

  @Test
  void the_accounts_of_a_router_are_imported_after_a_look() {
    shell.answers(
        "GET",
        "/routers/1/accounts",
        """
        {"items": [{"name": "alice", "chat_id": 5}, {"name": "bob", "chat_id": null},
                   {"name": "alice", "chat_id": 6}, {"name": "carl", "chat_id": 7}]}
        """);
    shell.answers(
        "POST",
        "/clients/import",
        """
        {"rows": [{"result": "created"}, {"result": "created"},
                  {"result": "refused", "why": "this client is asked in another chat"}],
         "created": 2, "changed": 0, "unchanged": 0, "refused": 1}
        """);

    Shell.Ran looked = types("client import --router office");

    assertThat(looked.code()).isEqualTo(2);
    assertThat(looked.out())
        .isEqualTo(
            """
            Of 4 accounts: 2 created, 0 changed, 0 unchanged, 2 refused.
              account alice: there is another account of this name
              account carl: this client is asked in another chat
            Without a chat in the comment: 1. client change NAME --chat ID gives one.
            """);
    assertThat(looked.err()).isEqualTo("Nothing was changed yet: --yes applies it.\n");
    assertThat(shell.asked().getLast())
        .isEqualTo(
            "POST /clients/import {\"dry_run\":true,\"keep_chats\":true,\"rows\":["
                + "{\"name\":\"alice\",\"chat_id\":5},{\"name\":\"bob\"},"
                + "{\"name\":\"carl\",\"chat_id\":7}]}");

    Shell.Ran done = types("client import --router office --yes --json");
    assertThat(done.out())
        .startsWith("{\"dry_run\":false,\"created\":2,")
        .contains("\"account\":\"carl\"", "\"why\":\"this client is asked in another chat\"");
  }

  @Test
  void a_router_without_accounts_has_nobody_to_import() {
    shell.answers("GET", "/routers/1/accounts", "{\"items\": []}");
    assertThat(types("client import --router office").err())
        .contains("there is no account on this router.");
  }
}
