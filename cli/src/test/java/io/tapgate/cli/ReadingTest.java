package io.tapgate.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the views look like at 80 columns, letter by letter. */
class ReadingTest {
  private static final String CONNECTION =
      """
      {"id": 1207, "state": "asked", "client": {"id": 7, "name": "alice"},
       "router": {"id": 1, "name": "office"}, "tunnel": "10.9.0.7", "caller": "203.0.113.9",
       "asked_at": "2026-11-26T14:03:00Z", "deadline_at": "2026-11-26T14:08:00Z",
       "changed_at": "2026-11-26T14:03:00Z", "enforced": true,
       "enforced_at": "2026-11-26T14:03:01Z"}
      """;

  private static final String LONG =
      """
      {"id": 3, "state": "confirmed", "client": {"id": 9,
       "name": "a.person.with.quite.a.long.name@subsidiary.example.com"},
       "router": {"id": 2, "name": "the branch office by the river"}, "tunnel": "10.9.100.100",
       "caller": "2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff", "changed_at": "2025-01-02T00:00:00Z",
       "enforced": false}
      """;

  private final Shell shell = new Shell();

  @AfterEach
  void theApiGoes() {
    shell.close();
  }

  @Test
  void status_is_one_screen() {
    shell.answers(
        "GET",
        "/status",
        """
        {"version": "0.1.0", "playground": false, "database": "up",
         "routers": [{"id": 1, "name": "office", "state": "open", "why": null},
                     {"id": 2, "name": "branch", "state": "closed",
                      "why": "it does not answer since 12:03"}],
         "telegram": {"state": "open", "why": null}, "watcher": {"state": "reads"},
         "live": {"asked": 3, "confirmed": 1041}, "owed": {"router": 0, "questions": 1},
         "bans_in_force": 2, "today": {"asked": 120, "confirmed": 110, "rejected": 3}}
        """);

    assertThat(shell.types("status").out())
        .isEqualTo(
            """
            tapgate        0.1.0 at %s
            database       up
            telegram       open
            watcher        reads
            router office  open
            router branch  closed: it does not answer since 12:03
            live           3 asked, 1,041 confirmed
            owed           0 to routers, 1 question
            bans           2 in force
            today          120 asked, 110 confirmed, 3 rejected
            """
                .formatted(shell.url()));
  }

  @Test
  void a_list_of_connections_fits_and_says_what_the_router_does_not_show() {
    shell.answers(
        "GET", "/connections?sort=-id", "{\"items\": [%s, %s]}".formatted(CONNECTION, LONG));

    assertThat(shell.types("connection", "list").out())
        .isEqualTo(
            """
              ID  STATE       CLIENT    ROUTER     TUNNEL        CALLER           SINCE
            1207  asked       alice     office     10.9.0.7      203.0.113.9      14:03
               3  confirmed*  a.perso…  the bran…  10.9.100.100  2001:db8:aaaa:…  2025-01-02
            """);
  }

  @Test
  void a_connection_is_shown_from_every_side() {
    shell.answers("GET", "/connections/1207", CONNECTION);

    assertThat(shell.types("connection", "show", "1207").out())
        .isEqualTo(
            """
            connection     1207
            state          asked
            client         alice (#7)
            router         office
            tunnel         10.9.0.7
            caller         203.0.113.9
            asked          14:03, 2 min ago
            deadline       14:08, in 3 min
            changed        14:03, 2 min ago
            on the router  as it should be, seen at 14:03
            """);
  }

  @Test
  void why_reads_as_a_story() {
    shell.answers(
        "GET",
        "/connections/1207/why",
        """
        {"connection": 1207, "state": "asked", "summary": "alice waits for a tap.",
         "sentences": [
           {"at": "2026-11-26T14:03:00Z", "text": "The router office reported alice up on 10.9.0.7 from 203.0.113.9, and closed the address in."},
           {"at": "2026-11-25T09:00:00Z", "text": "Nobody has tapped yet."}]}
        """);

    assertThat(shell.types("why", "#1207").out())
        .isEqualTo(
            """
            alice waits for a tap.
              14:03         The router office reported alice up on 10.9.0.7 from
                            203.0.113.9, and closed the address in.
              Nov 25 09:00  Nobody has tapped yet.
            """);
    assertThat(shell.types("connection", "why", "1207").out()).startsWith("alice waits for a tap.");
  }

  @Test
  void machines_get_the_json_as_it_came() {
    shell.answers("GET", "/connections/1207", CONNECTION);

    assertThat(shell.types("connection", "show", "1207", "--json").out().strip())
        .isEqualTo(CONNECTION.strip());
  }

  @Test
  void an_empty_list_has_words_of_its_own() {
    shell.answers("GET", "/bans?in_force=true", "{\"items\": [], \"next\": null}");

    assertThat(shell.types("ban", "list").out()).isEqualTo("Nobody is banned.\n");
  }

  @Test
  void a_ban_without_an_end_lasts_until_it_is_lifted() {
    String ban =
        "{\"id\": 3, \"client\": {\"name\": \"bob\"}, \"in_force\": true, \"until\": null}";
    shell
        .answers("GET", "/bans?in_force=true", "{\"items\": [" + ban + "], \"next\": null}")
        .answers("GET", "/bans/3", ban);

    assertThat(shell.types("ban", "list").out()).endsWith("in force  bob     lifted\n");
    assertThat(shell.types("ban", "show", "3").out()).endsWith("until   lifted\n");
  }

  @Test
  void a_page_says_that_there_is_more_and_all_follows_every_page() {
    String first = "{\"items\": [{\"id\": 1, \"name\": \"a\"}], \"next\": \"c/2\"}";
    shell
        .answers("GET", "/clients", first)
        .answers("GET", "/clients?limit=200", first)
        .answers("GET", "/clients?limit=200&cursor=c%2F2", "{\"items\": [{\"id\": 2}]}");

    assertThat(shell.types("client", "list").out()).contains("There are more: --limit 200, or");
    assertThat(shell.types("client", "list", "--all", "--json").out())
        .isEqualTo("[{\"id\":1,\"name\":\"a\"},{\"id\":2}]\n");
  }

  /** The titles return only where the columns have moved. */
  @Test
  void all_of_a_list_is_shown_page_by_page() {
    shell
        .answers("GET", "/clients?limit=200", page("2", 200, 199))
        .answers("GET", "/clients?limit=200&cursor=2", page("3", 198, 197))
        .answers("GET", "/clients?limit=200&cursor=3", page("4", 9, 8))
        .answers(
            "GET", "/clients?limit=200&cursor=4", 503, "{\"title\": \"The database is away\"}");

    Shell.Ran ran = shell.types("client", "list", "--all");

    assertThat(ran.out())
        .isEqualTo(
            """
             ID  NAME
            200  a
            199  a
            198  a
            197  a
            ID  NAME
             9  a
             8  a
            """);
    assertThat(ran.err()).startsWith("tapgate: The database is away.");
    assertThat(ran.code()).isEqualTo(1);
  }

  private static String page(String next, int... ids) {
    return Arrays.stream(ids)
        .mapToObj(id -> "{\"id\": " + id + ", \"name\": \"a\"}")
        .collect(joining(", ", "{\"items\": [", "], \"next\": \"" + next + "\"}"));
  }

  @Test
  void all_of_nothing_has_words_of_its_own() {
    shell.answers("GET", "/keys?limit=200", "{\"items\": [], \"next\": null}");

    assertThat(shell.types("key", "list", "--all").out())
        .isEqualTo("There is no key but ADMIN_TOKEN.\n");
    assertThat(shell.types("key", "list", "--all", "--json").out()).isEqualTo("[]\n");
  }

  @Test
  void a_watched_view_goes_on_when_the_api_is_away_for_a_moment() {
    shell.refuses(503, "The database is away", "It is waited for.").refreshed(1);

    assertThat(shell.types("status", "--watch").out())
        .isEqualTo(
            """
            14:05:00
            The database is away. It is waited for. Try again in 5 s. Trying again.

            14:05:00
            The database is away. It is waited for. Try again in 5 s. Trying again.

            """);
  }
}
