package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.device.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** For each state and cause, "why" reads as a person would say it. */
class WhyTest extends House {
  private static final String MOMENT = "\\d\\d:\\d\\d:\\d\\d UTC on \\d+ [A-Z][a-z]+";
  private static final String BY_ADMIN = "An admin \\(key \\d+, ADMIN_TOKEN\\) ";

  private Admin admin;

  @BeforeEach
  void come() {
    admin = new Admin(doors, ADMIN);
  }

  private Doors.Answer why(Client client) {
    return admin.get("/connections/" + number(client) + "/why");
  }

  private long number(Client client) {
    return admin.newest(client.name).path("id").asLong();
  }

  private static List<String> sentences(Doors.Answer why) {
    return why.body()
        .path("sentences")
        .valueStream()
        .map(sentence -> sentence.path("text").asString())
        .toList();
  }

  private void untilSaid(Client client, String words) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> sentences(why(client)).toString().contains(words));
  }

  @Test
  void who_waits_is_in_the_sandbox_until_somebody_answers() {
    Client alice = somebody();
    Session session = alice.connects();
    alice.question();
    untilSaid(alice, "was last read back");

    Doors.Answer why = why(alice);

    assertThat(why.text("summary"))
        .startsWith(
            alice.name + " is in the sandbox: nobody has answered yet; the session is dropped at ");
    assertThat(sentences(why))
        .startsWith(
            "Router office reported "
                + alice.name
                + " on "
                + session.address()
                + ", calling from "
                + alice.caller
                + ": asked about, within the limit.")
        .anyMatch(one -> one.startsWith("Telegram took the question for chat " + alice.chat))
        .endsWith(
            "Router office was last read back to show so: "
                + session.address()
                + " in the deny list and not in the permit list, the session up.");
  }

  @Test
  void who_tapped_is_let_in_because_of_it() {
    Client alice = somebody();
    alice.connects();
    alice.tapsItsMe(alice.question());
    alice.shows("Allowed since");

    Doors.Answer why = why(alice);

    assertThat(why.text("summary")).isEqualTo(alice.name + " is let in: they tapped “It's me”.");
    assertThat(sentences(why))
        .contains(
            "The person with Telegram's number "
                + alice.chat
                + " tapped “It's me” in time: the address may pass.");
  }

  @Test
  void who_is_confirmed_while_the_router_is_away_waits_for_it() {
    Client alice = somebody();
    alice.connects();
    alice.question();
    untilSaid(alice, "was last read back");
    router.off();
    alice.tapsItsMe(alice.question());
    untilSaid(alice, "The router does not answer: ");

    assertThat(why(alice).text("summary")).endsWith("let in as soon as the router shows it.");
    router.on();
    alice.shows("Allowed since");
  }

  @Test
  void an_admin_who_answered_is_named_with_the_reason() {
    Client alice = somebody();
    alice.connects();
    alice.question();
    admin.post("/connections/" + number(alice) + "/confirm", Map.of("reason", "phone lost"));
    alice.shows("Allowed since");

    Doors.Answer why = why(alice);

    assertThat(why.text("summary"))
        .isEqualTo(alice.name + " is let in: an admin answered for them.");
    assertThat(sentences(why))
        .anyMatch(one ->
            one.matches(
                "An admin \\(key \\d+, ADMIN_TOKEN\\) let it in without a tap, for this session"
                    + " alone\\. The reason given: phone lost"));
  }

  @Test
  void not_me_says_so() {
    Client alice = somebody();
    alice.connects();
    alice.tapsNotMe(alice.question());
    assertThat(why(alice).text("summary"))
        .isEqualTo(alice.name + " was turned out: they tapped “Not me”.");
  }

  @Test
  void nobody_answered_says_until_when() {
    Client alice = somebody();
    alice.connects();
    alice.question();
    time.passes(TIMEOUT);
    alice.shows("Time is over");
    assertThat(why(alice).text("summary"))
        .startsWith(alice.name + " was turned out: nobody answered until ");
    assertThat(sentences(why(alice))).contains("Nobody tapped in time: the session is dropped.");
  }

  @Test
  void one_too_many_and_one_during_the_ban_are_told_apart() {
    Client alice = somebody();
    for (int i = 0; i < 3; i++) {
      Session session = alice.connects();
      alice.question();
      alice.hangsUp(session);
    }
    alice.connects();
    alice.shows("Too many connections");
    assertThat(why(alice).text("summary"))
        .matches(
            alice.name
                + " was turned away: too many connections in a row that nobody confirmed"
                + " \\(the limit is 3\\); the ban is in force until "
                + MOMENT
                + "\\.");
    assertThat(sentences(why(alice)))
        .anyMatch(one ->
            one.matches(
                alice.name
                    + " had too many unconfirmed connections in a row \\(the limit is 3\\): nobody"
                    + " was asked, and a ban began, to last until "
                    + MOMENT
                    + "\\."));
    doors.post("/client/connect", HOOK, alice.hook("10.8.99.3"));
    String during =
        alice.name
            + " was turned away: too many connections before this one that nobody confirmed; the ban ";
    assertThat(why(alice).text("summary")).startsWith(during + "is in force until ");

    time.passes(Duration.ofHours(1).plusSeconds(1));

    assertThat(why(alice).text("summary")).startsWith(during + "was in force until ");
    assertThat(sentences(why(alice)))
        .contains(alice.name + " was banned already: nobody was asked, and the session is dropped.")
        .contains("The ban ran out.");
  }

  @Test
  void who_is_kept_out_by_an_admin_hears_by_whom_why_and_until_when() {
    Client alice = enrolled();
    String path = "/clients/" + admin.client(alice.name);
    admin.post(path + "/ban", Map.of("for", "2h", "reason", "left the company"));
    doors.post("/client/connect", HOOK, alice.hook("10.8.99.4"));
    String banned =
        alice.name
            + " was turned away: an admin banned them (the reason given: left the company); the ban ";
    assertThat(why(alice).text("summary")).startsWith(banned + "is in force until ");
    assertThat(sentences(why(alice)).getFirst())
        .matches(
            BY_ADMIN
                + "banned "
                + alice.name
                + " until "
                + MOMENT
                + "\\. The reason given: left the company");

    admin.post(path + "/unban", Map.of("reason", "came back"));

    assertThat(why(alice).text("summary"))
        .matches(Pattern.quote(banned + "was in force until it was lifted at ") + MOMENT + "\\.");
    assertThat(sentences(why(alice))).anyMatch(one -> one.matches(BY_ADMIN + "lifted the ban\\."));
  }

  @Test
  void a_lock_is_called_one() {
    Client alice = enrolled();
    admin.post(
        "/clients/" + admin.client(alice.name) + "/lock",
        Map.of("for", "never", "reason", "holiday"));
    doors.post("/client/connect", HOOK, alice.hook("10.8.99.5"));

    assertThat(why(alice).text("summary"))
        .isEqualTo(
            alice.name
                + " was turned away: an admin locked the account (the reason given: holiday); the"
                + " lock is in force until somebody lifts it.");
    assertThat(sentences(why(alice)))
        .anyMatch(one ->
            one.matches(
                BY_ADMIN
                    + "locked the account of "
                    + alice.name
                    + " until somebody lifts the lock\\. The reason given: holiday"))
        .contains(
            alice.name
                + "'s account was locked already: nobody was asked, and the session is dropped.");
  }

  /** Known, and not connected. */
  private Client enrolled() {
    Client client = somebody();
    admin.post("/clients", Map.of("name", client.name, "chat_id", client.chat));
    return client;
  }

  @Test
  void whose_session_is_over_is_told_how() {
    Client alice = somebody();
    Session session = alice.connects();
    alice.question();
    alice.hangsUp(session);
    assertThat(why(alice).text("summary"))
        .isEqualTo(alice.name + "'s session is over: it was hung up.");
    assertThat(sentences(why(alice))).contains("Router office reported the session down.");

    Client boris = somebody();
    boris.connects();
    boris.question();
    admin.post("/connections/" + number(boris) + "/disconnect", Map.of("reason", "maintenance"));
    assertThat(why(boris).text("summary"))
        .isEqualTo(boris.name + "'s session is over: an admin ended it.");
    assertThat(sentences(why(boris)))
        .anyMatch(
            one -> one.endsWith("ended it: the session is dropped. The reason given: maintenance"));
  }

  @Test
  void of_what_is_not_on_record_nothing_is_told() {
    assertThat(admin.get("/connections/999999999/why").status()).isEqualTo(404);
  }
}
