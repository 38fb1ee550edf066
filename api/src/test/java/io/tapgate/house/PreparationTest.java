package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.PretendRouter;
import io.tapgate.playground.router.RouterSettings;
import io.tapgate.playground.router.config.Configuration;
import io.tapgate.playground.router.config.Shipped;
import io.tapgate.playground.router.device.Account;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** A router is set up, looked at and cleared through the doors of the admin API. */
@ExtendWith(OutputCaptureExtension.class)
class PreparationTest extends House {
  private static final String PREPARATION = "/routers/preparation";
  private static final String ADMINS = "the-admins-own-password";
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final AtomicInteger names = new AtomicInteger();

  private final String name = "attic-" + names.incrementAndGet();
  private final PretendRouter attic =
      PretendRouter.start(
          RouterSettings.usual().withAdmin(ADMINS).withClock(PretendTime::now),
          it -> {
            Shipped.withVpn(it);
            withoutTapgate(it);
          });
  private Admin admin;

  private static void withoutTapgate(Configuration router) {
    for (String menu : List.of("/user", "/user/group")) {
      var shelf = router.shelf(menu);
      shelf.where("name", "tapgate").ifPresent(shelf::remove);
    }
  }

  @BeforeEach
  void come() {
    admin = new Admin(doors, ADMIN);
  }

  /** A router that is gone would be silent for whoever comes next. */
  @AfterEach
  void close() {
    for (JsonNode router : admin.get("/routers?name=" + name).body().path("items")) {
      long id = router.path("id").asLong();
      database
          .sql(
              "update connection set state = 'ENDED'"
                  + " where router_id = :id and state in ('ASKED', 'CONFIRMED')")
          .param("id", id)
          .update();
      assertThat(admin.delete("/routers/" + id).status()).isEqualTo(204);
    }
    attic.close();
  }

  private Map<String, Object> errand() {
    Map<String, Object> body = new HashMap<>();
    body.put("name", name);
    body.put("host", "127.0.0.1");
    body.put("port", attic.port());
    body.put("tls", "off");
    body.put("anywhere", true);
    body.put("username", "admin");
    body.put("password", ADMINS);
    body.put("report_to", "http://127.0.0.1:1");
    return body;
  }

  private Map<String, Object> errand(String field, Object value) {
    Map<String, Object> body = errand();
    body.put(field, value);
    return body;
  }

  /** The number it is on record by from then on. */
  private long prepared() {
    Doors.Answer done = admin.post(PREPARATION, errand("apply", true));
    assertThat(done.status()).as(done.toString()).isEqualTo(200);
    assertThat(done.body().path("applied").asBoolean()).isTrue();
    return done.body().at("/router/id").asLong();
  }

  private void byHand(Consumer<Configuration> work) {
    attic.configure(work);
  }

  private static void refuses(Doors.Answer answer, int status, String kind) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.text("type")).isEqualTo("urn:tapgate:problem:" + kind);
    assertThat(answer.text("detail")).isNotEmpty();
  }

  // The plan.

  @Test
  void a_plan_is_told_and_nothing_is_done() {
    String before = attic.export();
    Doors.Answer plan = admin.post(PREPARATION, errand());
    assertThat(plan.status()).as(plan.toString()).isEqualTo(200);
    assertThat(plan.body().path("applied").asBoolean()).isFalse();
    assertThat(plan.body().path("steps").size()).isGreaterThan(10);
    assertThat(plan.text("there")).contains("RouterOS");
    assertThat(plan.text("mark")).isNotEmpty();
    assertThat(attic.export()).isEqualTo(before);
    assertThat(admin.get("/routers?name=" + name).body().path("items").isEmpty()).isTrue();
  }

  @Test
  void who_agreed_to_another_plan_is_told_the_new_one_and_nothing_is_done() {
    String mark = admin.post(PREPARATION, errand()).text("mark");
    byHand(it -> it.add("/interface/list", "name=tapgate-vpn comment=tapgate"));
    String before = attic.export();
    Map<String, Object> agreed = errand("apply", true);
    agreed.put("mark", mark);

    Doors.Answer answer = admin.post(PREPARATION, agreed);

    refuses(answer, 409, "plan-changed");
    assertThat(attic.export()).isEqualTo(before);
    agreed.put("mark", answer.body().at("/plan/mark").asString());
    assertThat(admin.post(PREPARATION, agreed).status()).isEqualTo(200);
  }

  // Done.

  @Test
  void done_it_is_on_record_driven_and_in_the_audit_and_the_admins_password_is_nowhere(
      CapturedOutput log) {
    long id = prepared();
    Doors.Answer shown = admin.get("/routers/" + id);
    assertThat(shown.text("name")).isEqualTo(name);
    assertThat(shown.body().path("port").asInt()).isEqualTo(attic.tlsPort());
    assertThat(shown.text("tls")).isEqualTo("pinned");
    assertThat(admin.get("/audit?verb=router.prepared").toString()).contains("steps=");
    assertThat(log.toString()).doesNotContain(ADMINS);
    assertThat(admin.get("/audit").toString()).doesNotContain(ADMINS);
    Awaitility.await()
        .atMost(SOON)
        .until(() ->
            admin.get("/routers/" + id).body().at("/condition/state").asString().equals("open"));
    assertThat(admin.post(PREPARATION, errand()).body().path("steps").isEmpty())
        .as("done again, nothing is to be done")
        .isTrue();
    int version = admin.get("/routers/" + id).body().path("version").asInt();
    prepared();
    assertThat(admin.get("/routers/" + id).body().path("version").asInt()).isEqualTo(version);
  }

  @Test
  void a_session_from_before_goes_on_if_somebody_answers_for_it_by_name() {
    admin.post("/clients", Map.of("name", name, "chat_id", 7_300_000L + attic.port()));
    attic.dial(Call.of(Account.of(name), "198.18.250.9").quietly());
    attic.dial(Call.of(Account.of("stranger"), "198.18.250.10").quietly());
    Map<String, Object> body = errand("apply", true);
    body.put("take_over", List.of(name));

    Doors.Answer done = admin.post(PREPARATION, body);

    assertThat(done.body().path("taken_over").toString()).isEqualTo("[\"" + name + "\"]");
    assertThat(attic.view().sessions())
        .extracting(one -> one.account().name())
        .containsExactly(name);
    Awaitility.await()
        .atMost(SOON)
        .until(() -> admin.newest(name).path("state").asString().equals("confirmed"));
  }

  // What cannot be.

  @Test
  void where_nobody_should_be_called_nobody_is() {
    refuses(admin.post(PREPARATION, errand("anywhere", false)), 400, "kept-away");
  }

  @Test
  void an_admin_who_is_not_let_in_is_told_so() {
    Doors.Answer answer = admin.post(PREPARATION, errand("password", "guessed"));
    refuses(answer, 502, "router-refused");
    assertThat(answer.toString()).doesNotContain("guessed");
  }

  @Test
  void a_router_that_does_not_answer_is_said_to() {
    attic.off();
    refuses(admin.post(PREPARATION, errand()), 504, "router-silent");
  }

  @Test
  void another_router_behind_a_known_address_is_not_taken_for_the_known_one() {
    prepared();
    Map<String, Object> nameless = errand();
    nameless.remove("name");
    Doors.Answer answer = admin.post(PREPARATION, nameless);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.text("field")).isEqualTo("name");
    assertThat(answer.text("title")).contains(name, "office");
  }

  @Test
  void a_name_of_another_router_and_a_misspelt_account_are_told_before_anything_is_done() {
    String before = attic.export();
    Doors.Answer elsewhere = admin.post(PREPARATION, errand("host", "localhost"));
    assertThat(elsewhere.status()).as(elsewhere.toString()).isEqualTo(200);
    Map<String, Object> office = errand("name", "office");
    office.put("host", "localhost");
    office.put("apply", true);
    Doors.Answer answer = admin.post(PREPARATION, office);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.text("field")).isEqualTo("host");
    assertThat(answer.text("title")).contains("office is on record at 127.0.0.1");

    Map<String, Object> misspelt = errand("apply", true);
    misspelt.put("take_over", List.of("alcie"));
    Doors.Answer nobody = admin.post(PREPARATION, misspelt);
    assertThat(nobody.status()).as(nobody.toString()).isEqualTo(400);
    assertThat(nobody.text("field")).isEqualTo("take_over");
    assertThat(attic.export()).isEqualTo(before);
  }

  // Looked at.

  @Test
  void what_is_wrong_is_told_and_kept_and_shown_by_health_and_figures() {
    long id = prepared();
    Doors.Answer well = admin.post("/routers/" + id + "/check");
    assertThat(codes(well)).doesNotContain("rule-missing", "fetch-forbidden");

    byHand(it -> {
      var rules = it.shelf("/ip/firewall/filter");
      rules.all().stream()
          .filter(rule -> rule.said("comment").equals("tapgate: from VPN clients"))
          .forEach(rules::remove);
    });

    Doors.Answer wrong = admin.post("/routers/" + id + "/check");
    assertThat(codes(wrong)).contains("rule-missing");
    Doors.Answer seen = admin.get("/routers/" + id + "/findings");
    assertThat(codes(seen)).isEqualTo(codes(wrong));
    assertThat(seen.text("checked_at")).isNotEmpty();
    JsonNode gates =
        doors.get("/actuator/health", ADMIN).body().at("/components/gates/details/" + name);
    assertThat(gates.asString()).contains("rule-missing");
    Awaitility.await()
        .atMost(SOON)
        .until(() ->
            doors
                .get("/actuator/prometheus", METRICS)
                .text("text")
                .lines()
                .filter(line -> line.startsWith("tapgate_router_findings"))
                .filter(line -> line.contains("router=\"" + name + "\""))
                .filter(line -> line.contains("weight=\"problem\""))
                .anyMatch(line -> !line.endsWith(" 0.0")));
    admin.post(PREPARATION, errand("apply", true));
    assertThat(codes(admin.post("/routers/" + id + "/check"))).doesNotContain("rule-missing");
  }

  private static List<String> codes(Doors.Answer checked) {
    assertThat(checked.status()).as(checked.toString()).isEqualTo(200);
    return checked
        .body()
        .path("items")
        .valueStream()
        .map(one -> one.path("code").asString())
        .toList();
  }

  @Test
  void a_router_that_is_away_or_disabled_has_that_as_its_finding() {
    long id = prepared();
    attic.off();
    assertThat(codes(admin.post("/routers/" + id + "/check"))).containsExactly("router-silent");
    String version = "\"" + admin.get("/routers/" + id).body().path("version").asLong() + "\"";
    admin.patch("/routers/" + id, version, Map.of("disabled", true));
    assertThat(codes(admin.post("/routers/" + id + "/check"))).containsExactly("disabled");
    refuses(admin.post("/routers/999999/check"), 404, "unknown");
  }

  // Cleared.

  @Test
  void begun_and_interrupted_it_is_cleared_by_another_way_or_prepared_again() {
    long id = prepared();
    Map<String, Object> login = new HashMap<>(Map.of("username", "admin", "password", ADMINS));
    login.put("apply", true);
    byHand(it -> {
      var services = it.shelf("/ip/service");
      boolean _ =
          services.change(
              services.where("name", "api-ssl").orElseThrow(), Map.of("disabled", "true"));
    });
    refuses(admin.post("/routers/" + id + "/clearing", login), 504, "router-silent");
    String version = "\"" + admin.get("/routers/" + id).body().path("version").asLong() + "\"";
    admin.patch("/routers/" + id, version, Map.of("disabled", true));

    prepared();
    assertThat(admin.get("/routers/" + id).body().path("disabled").asBoolean())
        .as("prepared, it is driven")
        .isFalse();

    login.put("tls", "off");
    login.put("port", attic.port());
    assertThat(admin.post("/routers/" + id + "/clearing", login).status()).isEqualTo(200);
    assertThat(attic.export()).doesNotContain("tapgate");
  }

  @Test
  void cleared_the_router_is_what_it_was_and_nobody_knows_it_any_more() {
    String before = attic.export();
    long id = prepared();
    Map<String, Object> login =
        new HashMap<>(Map.of("username", "admin", "password", ADMINS, "apply", true));

    Doors.Answer answer = admin.post("/routers/" + id + "/clearing", login);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(attic.export()).isEqualTo(before);
    assertThat(admin.get("/routers?name=" + name).body().path("items").isEmpty()).isTrue();
    refuses(admin.post("/routers/" + id + "/clearing", login), 404, "unknown");
  }
}
