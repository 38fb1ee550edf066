package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.config.Item;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.RouterWeather;
import io.tapgate.playground.router.device.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** The VPN accounts on a router, as an admin keeps them from here. */
@ExtendWith(OutputCaptureExtension.class)
class AccountsTest extends House {
  private static final String ALL = "/routers/1/accounts";
  private static final AtomicInteger names = new AtomicInteger();

  private final String name = "vpn-" + names.incrementAndGet();
  private Admin admin;

  @BeforeEach
  void come() {
    admin = new Admin(doors, ADMIN);
  }

  @Test
  void an_account_is_made_with_its_client_and_its_password_is_shown_this_once(CapturedOutput log) {
    Doors.Answer made =
        admin.post(
            ALL,
            Map.of(
                "name", name, "chat_id", 7_200_001, "comment", "floor 2", "note", "of the roof"));

    assertThat(made.status()).isEqualTo(201);
    String password = made.text("password");
    assertThat(password).matches("([a-z]{6}-){3}[a-z]{6}");
    assertThat(made.headers()).containsEntry("cache-control", "no-store");
    assertThat(made.text("profile")).isEqualTo("default-encryption");
    assertThat(kept(name).said("password")).isEqualTo(password);
    assertThat(kept(name).said("comment")).isEqualTo("tapgate chat=7200001 floor 2");

    JsonNode client = admin.get("/clients?account=" + name).body().at("/items/0");
    assertThat(client.path("chat_id").asLong()).isEqualTo(7_200_001);
    assertThat(client.path("note").asString()).isEqualTo("of the roof");

    Doors.Answer listed = admin.get(ALL);
    assertThat(listed(name).path("chat_id").asLong()).isEqualTo(7_200_001);
    assertThat(listed.toString()).doesNotContain(password);
    assertThat(log.toString()).doesNotContain(password);
    assertThat(everyRecord()).noneMatch(record -> record.contains(password));
  }

  @Test
  void the_same_again_makes_no_second_one_and_another_password_is_asked_for_by_itself() {
    String first = made(name).text("password");
    Doors.Answer again = admin.post(ALL, Map.of("name", name));
    refuses(again, 409, "exists", "Give it another password");
    assertThat(again.text("field")).isEqualTo("name");
    assertThat(kept(name).said("password")).isEqualTo(first);

    Doors.Answer renewed = admin.post(ALL + "/" + name + "/password");
    assertThat(renewed.status()).isEqualTo(200);
    assertThat(renewed.text("password")).isNotEqualTo(first);
    assertThat(kept(name).said("password")).isEqualTo(renewed.text("password"));
  }

  @Test
  void who_is_dialled_in_goes_when_the_account_is_disabled_or_removed() {
    made(name);
    Session session = dials(name);
    Doors.Answer disabled = admin.patch(ALL + "/" + name, "", Map.of("disabled", true));
    assertThat(disabled.status()).as(disabled.toString()).isEqualTo(200);
    assertThat(disabled.body().path("disabled").asBoolean()).isTrue();
    assertThat(kept(name).isDisabled()).isTrue();
    assertThat(router.view().sessions()).doesNotContain(session);

    admin.patch(ALL + "/" + name, "", Map.of("disabled", false));
    assertThat(kept(name).isDisabled()).isFalse();
    Session next = dials(name);
    assertThat(admin.delete(ALL + "/" + name).status()).isEqualTo(204);
    assertThat(shelf()).noneMatch(item -> item.said("name").equals(name));
    assertThat(router.view().sessions()).doesNotContain(next);
    refuses(admin.delete(ALL + "/" + name), 404, "unknown", "List its accounts");
  }

  @Test
  void each_is_on_record_with_whose_key_it_was() {
    made(name);
    admin.patch(ALL + "/" + name, "", Map.of("disabled", true));
    admin.patch(ALL + "/" + name, "", Map.of("disabled", false));
    admin.post(ALL + "/" + name + "/password");
    admin.delete(ALL + "/" + name);
    assertThat(everyRecord())
        .filteredOn(record -> record.startsWith("router.account-") && record.contains(name))
        .containsExactly(
            "router.account-created key:1 account=" + name,
            "router.account-disabled key:1 account=" + name,
            "router.account-enabled key:1 account=" + name,
            "router.account-password-renewed key:1 account=" + name,
            "router.account-deleted key:1 account=" + name);
    assertThat(admin.get("/audit?client=" + admin.client(name)).toString())
        .contains("router.account-created", "router.account-deleted");
  }

  @Test
  void what_is_the_admins_is_shown_and_never_touched() {
    router.configure(
        all -> all.add("/ppp/secret", "name=" + name + " password=hers comment=chat=7200009"));
    Item before = kept(name);

    assertThat(listed(name).path("ours").asBoolean()).isFalse();
    for (Doors.Answer answer :
        List.of(
            admin.patch(ALL + "/" + name, "", Map.of("disabled", true)),
            admin.post(ALL + "/" + name + "/password"),
            admin.delete(ALL + "/" + name))) {
      refuses(answer, 409, "not-ours", "write the word tapgate at the beginning");
    }
    refuses(admin.post(ALL, Map.of("name", name)), 409, "exists", "Write another name");
    assertThat(kept(name)).isEqualTo(before);
  }

  @Test
  void a_client_that_is_asked_in_another_chat_stays_so() {
    admin.post("/clients", Map.of("name", name, "chat_id", 7_200_010));
    refuses(
        admin.post(ALL, Map.of("name", name, "chat_id", 7_200_011)),
        409,
        "other-chat",
        "Leave chat_id out");
    assertThat(made(name).body().path("chat_id").asLong()).isEqualTo(7_200_010);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name | | is required",
        "name | a/b | without a slash",
        "name | ' a' | no blank",
        "profile | nowhere | there is no profile nowhere on this router; write one of default,",
        "service | smtp | write one of any, l2tp",
        "chat_id | -100 | the person's own chat",
        "comment | from chat=5 | name the chat as chat_id"
      })
  void what_cannot_be_is_told_by_its_field(String field, String value, String why) {
    Map<String, Object> body = new HashMap<>(Map.of("name", name));
    body.put(field, value);
    Doors.Answer answer = admin.post(ALL, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.text("field")).isEqualTo(field);
    assertThat(answer.text("title")).contains(why);
  }

  @Test
  void a_router_that_says_no_is_heard_and_one_that_is_away_is_said_to_be() {
    made(name);
    router.weather(
        new RouterWeather.Trapping(RouterWeather.Trapping.NO_PERMISSION, "print", "add", "set"));
    Doors.Answer no = admin.delete(ALL + "/" + name);
    refuses(no, 502, "router-refused", "Look at the router");
    assertThat(no.text("title")).contains("not enough permissions");
    router.off();
    refuses(admin.get(ALL), 504, "router-silent", "Nothing was changed there");
    refuses(
        admin.patch(ALL + "/" + name, "", Map.of("disabled", true)),
        504,
        "router-silent",
        "Nothing was changed there");
    router.on();
    assertThat(kept(name).isDisabled()).isFalse();
  }

  @Test
  void what_a_router_does_without_a_word_is_known_to_be_unknown() {
    made(name);
    router.weather(new RouterWeather.Cut(1));
    Doors.Answer answer = admin.patch(ALL + "/" + name, "", Map.of("disabled", true));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(504);
    router.on();
    assertThat(admin.patch(ALL + "/" + name, "", Map.of("disabled", true)).status()).isEqualTo(200);
  }

  @Test
  void accounts_are_imported_with_their_chats_and_nobody_who_is_asked_is_asked_elsewhere() {
    admin.post("/clients", Map.of("name", name, "chat_id", 7_200_020));
    List<Map<String, Object>> rows =
        List.of(
            Map.of("name", name, "chat_id", 7_200_021),
            Map.of("name", name + "-new", "chat_id", 7_200_022));
    for (boolean dry : new boolean[] {true, false}) {
      JsonNode report =
          admin
              .post("/clients/import", Map.of("dry_run", dry, "keep_chats", true, "rows", rows))
              .body();
      assertThat(report.at("/rows/0/result").asString()).isEqualTo("refused");
      assertThat(report.at("/rows/0/field").asString()).isEqualTo("chat_id");
      assertThat(report.at("/rows/0/why").asString()).contains("asked in another chat");
      assertThat(report.at("/rows/1/result").asString()).isEqualTo("created");
    }
    assertThat(admin.get("/clients?account=" + name).body().at("/items/0/chat_id").asLong())
        .isEqualTo(7_200_020);
  }

  private Doors.Answer made(String account) {
    Doors.Answer answer = admin.post(ALL, Map.of("name", account));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer;
  }

  private static Session dials(String account) {
    return up(router.dial(Call.of(Account.of(account), "198.18.240.9").quietly()));
  }

  private JsonNode listed(String account) {
    return admin
        .get(ALL)
        .body()
        .path("items")
        .valueStream()
        .filter(one -> one.path("name").asString().equals(account))
        .findFirst()
        .orElseThrow();
  }

  private static List<Item> shelf() {
    List<Item> all = new ArrayList<>();
    router.configure(configuration -> all.addAll(configuration.shelf("/ppp/secret").all()));
    return all;
  }

  private static Item kept(String account) {
    List<Item> found = shelf().stream().filter(item -> item.said("name").equals(account)).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static void refuses(Doors.Answer answer, int status, String kind, String advice) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.text("type")).isEqualTo("urn:tapgate:problem:" + kind);
    assertThat(answer.text("detail")).contains(advice);
  }

  private List<String> everyRecord() {
    return database
        .sql(
            """
            select verb || ' ' || actor || ' ' || coalesce(detail, '') from
              (select id, verb, actor, detail from audit
               union all select id, verb, actor, detail from audit_fresh) every
            order by id
            """)
        .query((row, _) -> row.getString(1))
        .list();
  }
}
