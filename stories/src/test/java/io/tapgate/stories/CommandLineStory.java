package io.tapgate.stories;

import static io.tapgate.stories.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.playground.router.config.Shipped;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every command as an admin types it, run as the process that is shipped: done, in words and as
 * JSON; typed wrong; and with nobody there. A verb that nobody tried fails the story.
 */
@ExtendWith(ShowLogs.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandLineStory {
  /** picocli writes each command of its tree into a line like this. */
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^ *local cmds[0-9]+=\\(([a-z -]+)\\)$");

  /** Those of the launcher, and the one that talks to a shell instead of the api. */
  private static final Set<String> NO_CALLS =
      Set.of("up", "test", "settings", "help", "completion");

  private static final String ENFORCED =
      "select count(*) from ban_entry where enforced and caller = cast(? as inet)";

  @TempDir static Path folder;
  private Stage stage;
  private Shell shell;
  private Shell nobody;

  @BeforeAll
  void aTapgateAtWork() throws IOException {
    Path home = home();
    Launched.install(home);
    nobody = Shell.in(home, new Doors(Stage.freePort()), Keys.ADMIN);
    nobody.types("status").ends(1);
    stage = Stage.on(Postgres.fresh());
    stage.startApi();
    stage.startWatcher();
    shell = Shell.in(home, stage.doors, Keys.ADMIN);
    // Each command after that is three times as quick.
    Path learnt = home.resolve("cli/target/cli-young.aot");
    eventually(
        "Java has learnt its part",
        () -> Files.exists(learnt.resolveSibling(learnt.getFileName() + ".by")));
    assertThat(learnt).exists();
  }

  @AfterAll
  void theEnd() {
    stage.close();
  }

  @Test
  void status_says_how_it_is() {
    assertThat(shell.does("status"))
        .contains("at http://127.0.0.1:" + stage.doors.port())
        .containsPattern("(?m)^database +up$")
        .containsPattern("(?m)^router office +open$");
    assertThat(shell.answers("status").path("database").asString()).isEqualTo("up");
    shell.refuses(2, "status now", "Unmatched argument at index 1: 'now'");
  }

  @Test
  void a_client_is_added_changed_and_forgotten() {
    assertThat(shell.does("client add dora --chat 77001")).startsWith("dora is added, '#");
    assertThat(shell.answers("client add --chat 77002").path("chat_id").asLong()).isEqualTo(77002);
    shell.refuses(2, "client add", "who is it? Give the account's name, --chat ID, or both.");
    shell.refuses(1, "client add dora", "There is such a client already.");

    assertThat(shell.does("client change dora --note friend")).isEqualTo("dora is changed.\n");
    assertThat(shell.answers("client change dora --chat 77003").path("note").asString())
        .isEqualTo("friend");
    shell.refuses(2, "client change dora", "what shall change?");

    assertThat(shell.does("client list --name do")).containsPattern("dora +77003 +friend\n");
    assertThat(items("client list --chat 77002")).hasSize(1);
    shell.refuses(2, "client list --limit 999", "limit: write a number from 1 to 200.");

    assertThat(shell.does("client show dora")).containsPattern("(?m)^chat +77003$");
    assertThat(shell.answers("client show dora").path("name").asString()).isEqualTo("dora");
    shell.refuses(2, "client show doar", "Did you mean dora ('#");

    shell.refuses(2, "client remove dora", "Nobody is here to ask: add --yes.");
    assertThat(shell.does("client remove dora --yes")).isEqualTo("dora is removed.\n");
    long other = items("client list --chat 77002").get(0).path("id").asLong();
    assertThat(shell.answers("client remove #" + other + " --yes").isMissingNode()).isTrue();
  }

  @Test
  void a_client_is_kept_out_and_let_in_again() {
    shell.does("client add emil");

    assertThat(shell.does("client ban emil --for 2h --reason lost"))
        .startsWith("emil is banned until ");
    assertThat(shell.answers("client ban emil --for never").path("banned_until").asString())
        .isEqualTo("never");
    shell.refuses(2, "client ban emil --for soon", "'soon' is no span: write one such as 90s");
    assertThat(shell.does("client list --state banned")).containsPattern("emil +banned\n");
    assertThat(shell.does("ban list --client emil")).containsPattern("admin +key:1 .* lifted\n");

    assertThat(shell.does("client unban emil")).isEqualTo("emil is no longer banned.\n");
    assertThat(shell.answers("client unban emil").path("banned_until").isNull()).isTrue();
    shell.refuses(2, "client unban", "Missing required parameter: 'CLIENT'");

    assertThat(shell.does("client lock emil")).isEqualTo("emil is locked out.\n");
    assertThat(shell.answers("client lock emil").path("locked").asBoolean()).isTrue();
    shell.refuses(1, "client lock #999999", "There is no such client.");

    assertThat(shell.does("client unlock emil")).isEqualTo("emil is no longer locked.\n");
    assertThat(shell.answers("client unlock emil").path("locked").asBoolean()).isFalse();
    shell.refuses(2, "client unlock emil --for 2h", "Unknown option");

    assertThat(shell.does("client reset emil")).isEqualTo("emil has all chances again.\n");
    assertThat(shell.answers("client reset emil").path("unconfirmed").asInt()).isZero();
    shell.refuses(2, "client reset emli", "Did you mean emil");
  }

  @Test
  void the_chat_that_a_router_names_is_taken() {
    Client fay = stage.somebody();
    Client gus = stage.somebody();
    for (Client one : List.of(fay, gus)) {
      shell.does("client add " + one.name);
      shell.does("client change %s --chat %d".formatted(one.name, 88_000 + one.chat));
      one.hangsUp(one.connects());
    }

    assertThat(shell.does("client show " + fay.name))
        .containsPattern(
            "(?m)^offered chat +" + fay.chat + ", named by the router: client accept-chat takes");
    assertThat(shell.does("client accept-chat %s %d".formatted(fay.name, fay.chat)))
        .isEqualTo("%s is asked in chat %d from now on.%n".formatted(fay.name, fay.chat));
    assertThat(
            shell
                .answers("client accept-chat %s %d".formatted(gus.name, gus.chat))
                .path("chat_id")
                .asLong())
        .isEqualTo(gus.chat);
    shell.refuses(1, "client accept-chat %s 5".formatted(fay.name), "No router named another chat");
    shell.refuses(2, "client accept-chat fay x", "'x' is not a long");
  }

  @Test
  void a_file_of_clients_is_shown_first_and_then_taken() throws IOException {
    Path file = folder.resolve("people.csv");
    Files.writeString(
        file,
        """
        note,name,chat_id
        "Smith, Anna",anna,77101
        ,ben,x
        ,carl,-5
        ,anna,
        ,
        """);
    String refused =
        """
          line 3: 'x' is no chat: a whole number
          line 4: chat_id: write the number of the person's own chat
          line 5: anna stands on line 2 already
          line 6: it has 2 fields, not 3
        """;

    Shell.Ran shown = shell.types("client import " + file).ends(2).fits();
    assertThat(shown.out())
        .isEqualTo("Of 5 clients: 1 created, 0 changed, 0 unchanged, 4 refused.\n" + refused);
    assertThat(shown.err()).isEqualTo("Nothing was changed yet: --yes applies it.\n");
    assertThat(items("client list --name anna")).isEmpty();

    Shell.Ran done = shell.types("client import " + file + " --yes").ends(2).fits();
    assertThat(done.err()).contains("Done: 1 created, 0 changed, 0 unchanged, 4 refused.\n");
    assertThat(items("client list --name anna").get(0).path("note").asString())
        .isEqualTo("Smith, Anna");
    assertThat(shell.types("client import " + file).ends(2).err())
        .isEqualTo("There is nothing to do.\n");

    Files.writeString(file, "who\nanna\n");
    shell.refuses(2, "client import " + file, "line 1 must name the columns");
    shell.refuses(2, "client import /nowhere.csv", "/nowhere.csv cannot be read.");
  }

  /** In a locale that knows no letters outside ASCII. */
  @Test
  void what_a_person_names_lies_where_they_stand_and_is_spelled_as_they_do() throws IOException {
    Path there = Files.createDirectory(folder.resolve("a desk"));
    Files.writeString(there.resolve("Müller.csv"), "name,note\njürgen,Größe\n");

    shell.typesIn(there, "client import Müller.csv --yes").ends(0);
    Shell.Ran shown = shell.typesIn(there, "client show jürgen").ends(0);
    shell.typesIn(there, "audit export --output all.csv").ends(0);

    assertThat(shown.out()).contains("jürgen", "Größe");
    assertThat(there.resolve("all.csv")).content().contains("jürgen");
  }

  @Test
  void many_clients_are_taken_and_listed_page_by_page() throws IOException {
    Path file = folder.resolve("many.csv");
    Files.writeString(file, many(250, "note"));

    assertThat(shell.does("client import " + file)).startsWith("Of 250 clients: 250 created");
    assertThat(shell.answers("client import " + file + " --yes").path("created").asInt())
        .isEqualTo(250);

    assertThat(shell.does("client list --name crowd-"))
        .contains("…")
        .endsWith("There are more: --limit 200, or --all.\n");
    assertThat(shell.does("client list --name crowd- --all").lines())
        .filteredOn(line -> line.contains("crowd-"))
        .hasSize(250);
    assertThat(shell.answers("client list --name crowd- --all --sort name").size()).isEqualTo(250);
  }

  private static String many(int people, String note) {
    String rest = "." + "long".repeat(12) + "@subsidiary.example.com,,";
    return IntStream.range(0, people)
        .mapToObj(one -> "crowd-" + one + rest + note.repeat(100))
        .collect(Collectors.joining("\n", "name,chat_id,note\n", "\n"));
  }

  @Test
  void a_connection_is_let_in_and_dropped_for_its_client() {
    Client hal = stage.somebody();
    Client ida = stage.somebody();
    Session his = hal.connects();
    Session hers = ida.connects();
    Message question = hal.question();
    String one = connectionOf(hal);
    String other = connectionOf(ida);

    assertThat(shell.does("connection list --state asked --client " + hal.name))
        .containsPattern(
            one + " +asked\\*? +" + hal.name + " +office +" + his.address() + " +" + hal.caller);
    assertThat(items("connection list --tunnel " + hers.address()).get(0).path("id").asString())
        .isEqualTo(other);
    shell.refuses(2, "connection list --state open", "state: write any of asked, confirmed,");
    shell.refuses(2, "connection list --since yesterday", "'yesterday' is no time: write 2h");

    assertThat(shell.does("connection show " + one)).containsPattern("(?m)^state +asked$");
    assertThat(shell.answers("connection show #" + one).path("state").asString())
        .isEqualTo("asked");
    shell.refuses(2, "connection show " + hal.name, "is no number of a connection: see");
    shell.refuses(1, "connection show 999999", "There is no such connection.");

    stage.witness.taps(hal, Client.data(question, "It's me"));
    assertThat(shell.does("connection confirm %s --reason phone".formatted(one)))
        .isEqualTo("Connection %s (%s) is confirmed.%n".formatted(one, hal.name));
    hal.isLetIn(his);
    stage.witness.taps(ida, Client.data(ida.question(), "It's me"));
    assertThat(shell.answers("connection confirm %s --reason phone".formatted(other)).path("state"))
        .hasToString("\"confirmed\"");
    shell.refuses(2, "connection confirm " + one, "Missing required option: '--reason");
    shell.refuses(
        1,
        "connection confirm %s --reason again".formatted(one),
        "This connection is confirmed: that cannot be done any more.");

    assertThat(shell.does("why " + one)).startsWith(hal.name + " is let in");
    assertThat(shell.answers("why " + one).path("connection").asString()).isEqualTo(one);
    shell.refuses(2, "why alice", "'alice' is no number of a connection");
    assertThat(shell.does("connection why " + one)).startsWith(hal.name + " is let in");
    assertThat(shell.answers("connection why " + one).path("sentences").size()).isPositive();
    shell.refuses(1, "connection why 999999", "There is no such connection.");

    assertThat(shell.does("connection disconnect " + one))
        .isEqualTo("Connection %s (%s) is ended.%n".formatted(one, hal.name));
    hal.routerShows(_ -> !hal.isUp());
    assertThat(shell.answers("connection disconnect " + other).path("state").asString())
        .isEqualTo("ended");
    shell.refuses(1, "connection disconnect " + one, "This connection is ended");
  }

  @Test
  void a_connection_is_refused_for_its_client_and_the_ban_lifted() {
    Client jan = stage.somebody();
    Client kim = stage.somebody();
    jan.connects();
    kim.connects();
    String one = connectionOf(jan);

    assertThat(shell.does("connection reject " + one))
        .isEqualTo("Connection %s (%s) is rejected.%n".formatted(one, jan.name));
    assertThat(shell.answers("connection reject " + connectionOf(kim)).path("state").asString())
        .isEqualTo("rejected");
    shell.refuses(1, "connection reject " + one, "This connection is rejected");
    assertThat(items("ban list --client " + jan.name)).hasSize(1);
    jan.routerShows(_ -> !jan.isUp());

    assertThat(shell.does("ban list --client " + jan.name))
        .containsPattern("in force +" + jan.name + " +not_me +key:1 ");
    String his = items("ban list --client " + jan.name).get(0).path("id").asString();
    String hers = items("ban list --client " + kim.name).get(0).path("id").asString();
    shell.refuses(2, "ban list --reason bad", "reason: write any of over_limit, not_me");
    jan.routerShows(view -> view.bans(jan.caller));
    eventually("it is written", () -> stage.records.count(ENFORCED, jan.caller) == 1);
    assertThat(shell.does("ban show " + his))
        .containsPattern("(?m)^callers +" + jan.caller + " at office$");
    assertThat(shell.answers("ban show " + his).path("in_force").asBoolean()).isTrue();
    shell.refuses(2, "ban show " + jan.name, "is no number of a ban: see ./tapgate ban list");

    assertThat(shell.does("ban lift %s --reason mistake".formatted(his)))
        .isEqualTo("Ban %s of %s is lifted.%n".formatted(his, jan.name));
    assertThat(shell.answers("ban lift #" + hers).path("in_force").asBoolean()).isFalse();
    shell.refuses(1, "ban lift " + his, "This ban is over already.");
    assertThat(shell.does("ban list --client " + jan.name)).isEqualTo("Nobody is banned.\n");
    assertThat(shell.does("ban list --past --client " + jan.name)).contains("lifted");
    jan.routerShows(view -> !view.bans(jan.caller));
  }

  @Test
  void a_router_is_added_changed_and_forgotten() {
    String how = " --host 192.0.2.7 --username tapgate --tls off --password-stdin";
    String longName = "the-branch-office-by-the-river-where-nobody-goes";

    Shell.Ran added = shell.pipes("hunter2\n", "router add branch" + how).ends(0).fits();
    assertThat(added.out())
        .startsWith("branch is added, '#")
        .containsPattern("this once:\\s\\S{20,}\n$");
    Shell.Ran other = shell.pipes("hunter2\n", "router add " + longName + how + " --json").ends(0);
    assertThat(json(other.out()).path("hook_token").asString()).isNotBlank();
    shell.tries(Shell.Way.WELL, "router add");
    shell.tries(Shell.Way.AS_JSON, "router add");
    shell.refuses(2, "router add depot", "where is it? Give --host and --username.");
    shell.refuses(2, "router add depot --host 192.0.2.8 --username t", "use --password-stdin");

    assertThat(shell.does("router list")).containsPattern("office +127.0.0.1 .* open ");
    assertThat(items("router list")).hasSize(3);
    assertThat(shell.does("status")).contains("router the-branch-office");
    shell.refuses(2, "router list --limit many", "'many' is not an int");

    shell.refuses(2, "router change branch --port 8730", "password: write it again");
    assertThat(
            shell
                .pipes("hunter2\n", "router change branch --port 8730 --password-stdin")
                .ends(0)
                .out())
        .isEqualTo("branch is changed.\n");
    assertThat(shell.does("router change branch --ban-list OUT")).isEqualTo("branch is changed.\n");
    assertThat(shell.answers("router change branch --name hut").path("port").asInt())
        .isEqualTo(8730);
    shell.refuses(1, "router change office --port 1", "the one that the environment describes");
    shell.refuses(2, "router change hut --port 99999", "port: ");

    assertThat(shell.does("router show hut"))
        .containsPattern("(?m)^address +192.0.2.7:8730$")
        .doesNotContain("hunter2");
    assertThat(shell.answers("router show hut").path("name").asString()).isEqualTo("hut");
    shell.refuses(2, "router show hat", "Did you mean hut ('#");

    assertThat(shell.does("router hook-token hut"))
        .containsPattern("^The token for the scripts of hut, shown this once:\\s\\S{20,}\n$");
    assertThat(shell.answers("router hook-token hut").path("hook_token").asString()).isNotBlank();
    assertThat(shell.does("router hook-token hut --overlap none")).contains("shown this once");
    shell.refuses(2, "router hook-token hut --overlap soon", "overlap: ");
    shell.refuses(1, "router hook-token office", "the one that the environment describes");

    shell.refuses(2, "router disable hut", "Nobody is here to ask: add --yes.");
    assertThat(shell.does("router disable hut --yes")).isEqualTo("hut is disabled.\n");
    assertThat(shell.answers("router disable hut --yes").path("disabled").asBoolean()).isTrue();
    assertThat(shell.does("router enable hut")).isEqualTo("hut is enabled.\n");
    assertThat(shell.answers("router enable hut").path("disabled").asBoolean()).isFalse();
    shell.refuses(2, "router enable hat", "Did you mean hut ('#");

    shell.refuses(2, "router remove hut --forget", "Nobody is here to ask: add --yes.");
    assertThat(shell.does("router remove hut --forget --yes")).isEqualTo("hut is forgotten.\n");
    assertThat(shell.answers("router remove " + longName + " --forget --yes").isMissingNode())
        .isTrue();
  }

  @Test
  void a_router_is_prepared_checked_and_made_what_it_was() {
    try (PretendRouter attic =
        PretendRouter.start(
            RouterSettings.usual().withLogin("admin", "hunter2").withClock(stage.time::now),
            Shipped::withVpn)) {
      String was = attic.export();
      String how =
          "router prepare 127.0.0.1 --name attic --tls off --anywhere --password-stdin --port "
              + attic.port()
              + " --url http://127.0.0.1:"
              + stage.doors.port();

      shell.refuses(2, "router prepare 127.0.0.1", "use --password-stdin");
      shell.pipes("wrong\n", how).ends(1);
      Shell.Ran asked = shell.pipes("hunter2\n", how).ends(2).fits();
      assertThat(asked.out()).startsWith("There: ").contains("To be done:");
      assertThat(asked.err()).contains("Nobody is here to ask: add --yes.");
      JsonNode plan = json(shell.pipes("hunter2\n", how + " --json").ends(0).out());
      assertThat(plan.path("steps").size()).isGreaterThan(10);
      assertThat(attic.export()).isEqualTo(was);

      Shell.Ran done = shell.pipes("hunter2\n", how + " --yes").ends(0).fits();
      assertThat(done.out()).endsWith("127.0.0.1 is prepared, and Tapgate drives it.\n");
      assertThat(shell.pipes("hunter2\n", how + " --yes").ends(0).out())
          .contains("Nothing is to be done.");
      shell.tries(Shell.Way.WELL, "router prepare");
      shell.tries(Shell.Way.AS_JSON, "router prepare");
      shell.refuses(2, "router prepare --print attic", "Give --from.");
      Shell.Ran printed =
          shell
              .types("router prepare --print office --from 192.0.2.10 --url https://t.example.com")
              .ends(0);
      assertThat(printed.out())
          .contains(":local tapgate \"192.0.2.10\"", "tapgate: the gate is closed");

      assertThat(shell.does("router check attic")).startsWith("attic: 0 problems, 1 warning\n");
      assertThat(shell.answers("router check attic").at("/items/0/code").asString())
          .isEqualTo("api-plain");
      shell.refuses(2, "router check atic", "Did you mean attic ('#");
      attic.configure(it -> {
        var rules = it.shelf("/ip/firewall/filter");
        rules.remove(rules.where("comment", "tapgate: from VPN clients").orElseThrow());
      });
      Shell.Ran broken = shell.types("router check attic").ends(1).fits();
      assertThat(broken.out()).contains("from VPN clients", "[rule-missing]");
      assertThat(broken.err()).contains("1 problem.");

      String away = "router remove attic --password-stdin";
      Shell.Ran unsure = shell.pipes("hunter2\n", away).ends(2).fits();
      assertThat(unsure.err()).contains("Nobody is here to ask: add --yes.");
      assertThat(shell.pipes("hunter2\n", away + " --yes").ends(0).out())
          .endsWith("attic is as it was before, and Tapgate knows it no more.\n");
      shell.tries(Shell.Way.WELL, "router remove");
      shell.tries(Shell.Way.AS_JSON, "router remove");
      assertThat(attic.export()).isEqualTo(was);
    }
  }

  @Test
  void an_account_on_a_router_is_made_used_and_taken_off() {
    assertThat(shell.does("account add nora --router office --chat 77201"))
        .matches("([a-z]{6}-){3}[a-z]{6}\n");
    JsonNode made = shell.answers("account add otto --router office --comment roof");
    assertThat(made.path("comment").asString()).isEqualTo("tapgate roof");
    shell.refuses(1, "account add nora --router office", "There is an account nora on this router");
    shell.refuses(2, "account add pia --router office --profile x", "there is no profile x on");
    assertThat(shell.does("client show nora")).containsPattern("(?m)^chat +77201$");
    assertThat(shell.does("client add quin --chat 77202 --router office"))
        .matches("([a-z]{6}-){3}[a-z]{6}\n");

    assertThat(shell.does("account list --router office"))
        .containsPattern("nora +yes +77201 +default-encryption +any +tapgate chat=77201\n");
    assertThat(items("account list --router office"))
        .extracting(one -> one.path("name").asString())
        .contains("nora", "otto", "quin");
    shell.refuses(2, "account list --router offcie", "Did you mean office");

    assertThat(shell.does("account disable nora --router office")).isEqualTo("nora is disabled.\n");
    assertThat(shell.answers("account disable nora --router office").path("disabled").asBoolean())
        .isTrue();
    shell.refuses(1, "account disable nroa --router office", "There is no account nroa on this");
    assertThat(shell.does("account enable nora --router office")).isEqualTo("nora is enabled.\n");
    assertThat(shell.answers("account enable nora --router office").path("disabled").asBoolean())
        .isFalse();
    shell.refuses(2, "account enable", "Missing required parameter: 'NAME'");

    String other = shell.does("account password nora --router office");
    assertThat(shell.answers("account password nora --router office").path("password").asString())
        .isNotEqualTo(other.strip());
    shell.refuses(2, "account password a/b --router office", "is changed on the router itself");

    shell.refuses(2, "account remove nora --router office", "Nobody is here to ask: add --yes.");
    assertThat(shell.does("account remove nora --router office --yes"))
        .isEqualTo("The account nora is removed.\n");
    assertThat(shell.answers("account remove otto --router office --yes").isMissingNode()).isTrue();
  }

  @Test
  void the_accounts_of_a_router_become_clients_after_a_look() {
    stage.router.configure(all -> {
      all.add("/ppp/secret", "name=rosa password=hers comment=floor_3_chat=77301");
      all.add("/ppp/secret", "name=sven password=his comment=mine");
    });

    Shell.Ran shown = shell.types("client import --router office").ends(0).fits();
    assertThat(shown.out())
        .contains(" accounts: 2 created, ")
        .contains("Without a chat in the comment: ");
    assertThat(shown.err()).isEqualTo("Nothing was changed yet: --yes applies it.\n");
    assertThat(shell.types("client import --router office --yes").ends(0).err())
        .contains("Done: 2 created, ");
    assertThat(shell.does("client show rosa")).containsPattern("(?m)^chat +77301$");
    shell.refuses(2, "client import", "from where? Give a file, or --router ROUTER.");
  }

  @Test
  void a_key_is_made_used_and_made_useless() {
    String key = shell.does("key make reader --scope read --for 30d").strip();
    JsonNode made = shell.answers("key make robot --scope operate");
    assertThat(made.path("secret").asString()).isNotBlank();
    shell.refuses(2, "key make robot --scope root", "scope: ");
    shell.refuses(2, "key make robot", "Missing required option: '--scope");

    Shell reader = Shell.in(home(), stage.doors, key);
    assertThat(reader.does("status")).contains("database");
    reader.refuses(1, "client add lars", "The key comes from TAPGATE_API_KEY.");

    assertThat(shell.does("key list")).containsPattern("reader +read ").doesNotContain(key);
    assertThat(items("key list")).hasSize(3);
    shell.refuses(2, "key list --sort name", "sort: write id, -id.");
    assertThat(shell.does("key show reader")).containsPattern("(?m)^scope +read$");
    assertThat(shell.answers("key show reader").path("name").asString()).isEqualTo("reader");
    shell.refuses(2, "key show raeder", "Did you mean reader ('#");

    shell.refuses(2, "key revoke reader", "Nobody is here to ask: add --yes.");
    shell.refuses(1, "key revoke ADMIN_TOKEN --yes", "Change ADMIN_TOKEN in the settings");
    assertThat(shell.does("key revoke reader --yes")).isEqualTo("reader is revoked.\n");
    assertThat(shell.answers("key revoke robot --yes").isMissingNode()).isTrue();
    reader.refuses(1, "status", "The key comes from TAPGATE_API_KEY.");
  }

  @Test
  void the_audit_is_read_checked_and_taken_along() throws IOException {
    Client mia = stage.somebody();
    mia.hangsUp(mia.getsIn());

    assertThat(shell.does("audit list --client " + mia.name))
        .contains("connection.asked", "connection.confirmed", "person:" + mia.chat);
    assertThat(items("audit list --verb connection. --limit 2")).hasSize(2);
    assertThat(items("audit list --sort at --limit 1")).isNotEqualTo(items("audit list --limit 1"));
    shell.refuses(2, "audit list --sort verb", "sort: ");
    shell.refuses(2, "audit list --actor me", "actor: ");
    shell.refuses(2, "audit list --connection mine", "'mine' is no number of a connection");

    eventually(
        "all is sealed",
        () -> stage.records.count("select count(*) from audit where place is null") == 0);
    assertThat(shell.does("audit verify"))
        .matches("(?s)[0-9,]+ records were checked, from the first one on.*");
    JsonNode verdict = shell.answers("audit verify");
    assertThat(verdict.path("sound").asBoolean()).isTrue();
    assertThat(shell.does("audit verify --head " + verdict.path("head").asString()))
        .contains("still contains the head");
    shell.refuses(2, "audit verify --head 3:ab", "head: must be a place, a colon, and 64 hex");
    stage.records.run("update audit set reason = 'forged' where place = 1");
    assertThat(shell.types("audit verify").ends(1).fits().out()).contains("was changed");
    stage.records.run("update audit set reason = null where place = 1");

    assertThat(shell.types("audit export").ends(0).out()).startsWith("place,id,at,actor,verb,");
    assertThat(shell.types("audit export --format jsonl").ends(0).out().lines())
        .allMatch(line -> json(line).path("verb").isString());
    Path file = folder.resolve("audit.csv");
    assertThat(shell.does("audit export --output " + file)).isEmpty();
    assertThat(file).content().startsWith("place,id,at,actor,verb,");
    shell.refuses(2, "audit export --format xml", "format: must be csv or jsonl.");
  }

  @Test
  void a_watched_view_follows_until_it_is_ended() {
    Client ned = stage.somebody();
    Session session = ned.getsIn();

    try (Shell.Watched list = shell.watches("connection list --watch --client " + ned.name)) {
      list.shows("confirmed");
      ned.hangsUp(session);
      list.shows("ended");
    }
    try (Shell.Watched status = nobody.watches("status --watch")) {
      status.shows("or set TAPGATE_URL Trying again.");
    }
    shell.refuses(2, "client list --watch --state bad", "state: write any of");
  }

  @Test
  void what_is_installed_here_says_where_it_is() throws IOException {
    Path env = home().resolve(".env");
    Files.writeString(
        env, "API_PORT=%d%nADMIN_TOKEN=%s%n".formatted(stage.doors.port(), Keys.ADMIN));

    assertThat(Shell.in(home()).does("router list")).contains("office");
    Files.delete(env);
    Shell.in(home()).refuses(2, "router list", "no key for http://127.0.0.1:8080.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "why 1",
        "client list",
        "client list --all --json",
        "client show dora",
        "client add dora",
        "client change dora --note x",
        "client remove dora --yes",
        "client ban dora",
        "client unban #1",
        "client lock #1",
        "client unlock #1",
        "client reset #1",
        "client accept-chat #1 5",
        "connection list",
        "connection show 1",
        "connection why 1",
        "connection confirm 1 --reason x",
        "connection reject 1",
        "connection disconnect 1",
        "ban list",
        "ban show 1",
        "ban lift 1",
        "router list",
        "router show office",
        "router change office --port 1",
        "router disable office --yes",
        "router enable office",
        "router remove office --forget --yes",
        "router check office",
        "router prepare --print office --from 192.0.2.10",
        "router hook-token office",
        "account list --router office",
        "account add nora",
        "account disable nora",
        "account enable nora --router #1",
        "account password nora --router #1",
        "account remove nora --router #1 --yes",
        "client add nora --router office",
        "client import --router office",
        "key list",
        "key show reader",
        "key make robot --scope read",
        "key revoke reader --yes",
        "audit list",
        "audit verify",
        "audit export"
      })
  void with_nobody_there_a_command_says_where_it_looked(String line) {
    nobody.findsNobody(line);
  }

  @Test
  void with_nobody_there_a_file_is_neither_taken_nor_written() throws IOException {
    Path people = Files.writeString(folder.resolve("nobody.csv"), "name\nanna\n");
    Path audit = folder.resolve("no-audit.csv");

    nobody.findsNobody("client import " + people + " --yes");
    nobody.findsNobody("audit export --output " + audit);
    Shell.Ran add =
        nobody.pipes("x\n", "router add hut --host 192.0.2.7 --username t --password-stdin");
    assertThat(add.ends(1).err()).contains("is it up?");
    nobody.tries(Shell.Way.WITH_NOBODY_THERE, "router add");
    assertThat(folder).isDirectoryNotContaining("glob:**no-audit*");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void no_verb_was_left_out() {
    List<String> verbs = verbs();

    assertThat(verbs)
        .contains("status", "client accept-chat", "audit export")
        .hasSizeGreaterThan(30);
    assertThat(shell.untried(Shell.Way.WELL, verbs)).as("done, in words").isEmpty();
    assertThat(shell.untried(Shell.Way.AS_JSON, verbs))
        .as("done, as JSON; an export is what its format says")
        .containsExactly("audit export");
    assertThat(shell.untried(Shell.Way.WRONG, verbs)).as("typed wrong").isEmpty();
    assertThat(nobody.untried(Shell.Way.WITH_NOBODY_THERE, verbs))
        .as("with nobody there")
        .isEmpty();
  }

  /** Of picocli's own tree: each noun with each of its verbs, and what is a verb by itself. */
  private List<String> verbs() {
    List<String> all =
        COMMAND
            .matcher(Shell.jar("completion bash").ends(0).out())
            .results()
            .map(found -> found.group(1))
            .toList();
    return all.stream()
        .filter(one -> !NO_CALLS.contains(one))
        .filter(one -> all.stream().noneMatch(other -> other.startsWith(one + " ")))
        .toList();
  }

  private Path home() {
    return folder.resolve("installation");
  }

  private List<JsonNode> items(String line) {
    return List.copyOf(shell.answers(line).path("items").values());
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private String connectionOf(Client client) {
    return stage.records.ask(
        "select max(x.id) from connection x join client c on c.id = x.client_id where c.name = ?",
        client.name);
  }
}
