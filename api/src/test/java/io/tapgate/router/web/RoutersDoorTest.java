package io.tapgate.router.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.house.Doors;
import io.tapgate.house.House;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the door for routers says, on the real rows. */
class RoutersDoorTest extends House {
  private static final String ALL = "/api/v1/routers";
  private static final AtomicInteger numbers = new AtomicInteger();

  private final String name = "annex-" + numbers.incrementAndGet();

  @AfterEach
  void nobody_drives_what_a_test_left() {
    database
        .sql(
            "update router set removed_at = tapgate_now(), version = version + 1 where name = :name")
        .param("name", name)
        .update();
  }

  @Test
  void a_router_is_added_and_its_token_is_shown_this_once() {
    Doors.Answer added = send("POST", ALL, described());

    assertThat(added.status()).isEqualTo(201);
    JsonNode body = body(added);
    assertThat(added.headers().get("location")).isEqualTo(ALL + "/" + body.path("id").asLong());
    assertThat(added.headers().get("etag")).isEqualTo("\"0\"");
    assertThat(added.headers().get("cache-control")).isEqualTo("no-store");
    assertThat(body.path("hook_token").asString()).matches("[A-Za-z0-9_-]{43}");
    assertThat(body.path("tls").asString()).isEqualTo("off");
    assertThat(body.path("port").asInt()).isEqualTo(8729);
    assertThat(body.path("deny_list").asString()).isEqualTo("DENY");
    assertThat(body.path("from_environment").asBoolean()).isFalse();
    assertThat(body.path("live").asInt()).isZero();

    Doors.Answer seen = send("GET", place(body));
    assertThat(body(seen).has("hook_token")).isFalse();
    assertThat(seen.toString()).doesNotContain("annex-password", "digest");
  }

  @Test
  void the_list_begins_with_the_environments_and_says_how_each_is() {
    JsonNode added = body(send("POST", ALL, described()));
    JsonNode page = body(send("GET", ALL));

    assertThat(page.path("next").isNull()).isTrue();
    assertThat(page.at("/items/0/name").asString()).isEqualTo("office");
    assertThat(page.at("/items/0/from_environment").asBoolean()).isTrue();
    assertThat(page.at("/items/0/condition/state").asString())
        .isIn("open", "slow", "closed", "undriven");
    assertThat(page.path("items").valueStream().map(one -> one.path("id").asLong()))
        .contains(added.path("id").asLong());
  }

  @Test
  void a_change_names_the_version_it_was_made_for() {
    String place = place(body(send("POST", ALL, described())));

    assertProblem(send("PATCH", place, "{\"ban_list\": \"KEPT\"}"), 428, "no-version");
    Doors.Answer changed = patched(place, "\"0\"", "{\"ban_list\": \"KEPT\"}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.headers().get("etag")).isEqualTo("\"1\"");
    assertThat(body(changed).path("ban_list").asString()).isEqualTo("KEPT");
    assertThat(body(changed).has("hook_token")).isFalse();
    assertProblem(patched(place, "\"0\"", "{\"ban_list\": \"OUT\"}"), 412, "stale");
    assertProblem(patched(place, "the last", "{\"ban_list\": \"OUT\"}"), 412, "stale");
    assertThat(patched(place, "*", "{\"ban_list\": \"OUT\"}").status()).isEqualTo(200);
  }

  /** How it is, and who is connected through it, moves without the version. */
  @Test
  void whoever_read_a_version_before_is_told_the_whole_again() {
    String place = place(body(send("POST", ALL, described())));
    Doors.Answer again = doors.send("GET", place, ADMIN, "", Map.of("If-None-Match", "\"0\""));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.headers().get("etag")).isEqualTo("\"0\"");
    assertThat(body(again).has("condition")).isTrue();
  }

  @Test
  void a_router_that_is_removed_is_not_found_again() {
    String place = place(body(send("POST", ALL, described())));
    assertThat(send("DELETE", place).status()).isEqualTo(204);
    assertProblem(send("GET", place), 404, "unknown");
    assertProblem(send("DELETE", place), 404, "unknown");
    assertThat(send("POST", ALL, described()).status()).as("its name is free").isEqualTo(201);
  }

  @Test
  void what_is_done_is_on_record_with_whose_key_it_was_done() {
    JsonNode added = body(send("POST", ALL, described()));
    patched(place(added), "*", "{\"ban_list\": \"KEPT\"}");
    send("POST", place(added) + "/hook-token");
    send("DELETE", place(added));
    assertThat(noted(added.path("id").asLong()))
        .containsExactly(
            "router.added by key:1",
            "router.changed by key:1",
            "router.hook-token-renewed by key:1",
            "router.removed by key:1");
  }

  @Test
  void a_password_is_not_sent_to_another_place_than_it_was_written_for() {
    String place = place(body(send("POST", ALL, described())));

    for (String elsewhere :
        List.of(
            "{\"host\": \"198.51.100.9\"}",
            "{\"port\": 8730}",
            "{\"tls\": \"pinned\", \"fingerprint\": \"%s\"}".formatted("ab".repeat(32)))) {
      Doors.Answer refused = patched(place, "*", elsewhere);
      assertProblem(refused, 400, "wrong-field");
      assertThat(body(refused).path("field").asString()).isEqualTo("password");
    }
    String written = "{\"host\": \"198.51.100.9\", \"password\": \"annex-password\"}";
    assertThat(body(patched(place, "*", written)).path("host").asString())
        .isEqualTo("198.51.100.9");
  }

  @Test
  void what_was_said_of_one_place_is_not_said_of_another() {
    String inside =
        described().replace("192.0.2.88", "127.0.0.1").replace("}", ", \"anywhere\": true}");
    String place = place(body(send("POST", ALL, inside)));

    String further = "{\"host\": \"169.254.169.254\", \"password\": \"annex-password\"}";
    assertProblem(patched(place, "*", further), 400, "kept-away");
    assertThat(body(patched(place, "*", "{\"ban_list\": \"OUT\"}")).path("anywhere").asBoolean())
        .isTrue();
  }

  @Test
  void another_token_is_shown_once_as_well() {
    JsonNode added = body(send("POST", ALL, described()));
    Doors.Answer renewed = send("POST", place(added) + "/hook-token");
    assertThat(renewed.status()).isEqualTo(200);
    assertThat(body(renewed).path("hook_token").asString())
        .matches("[A-Za-z0-9_-]{43}")
        .isNotEqualTo(added.path("hook_token").asString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"never", "31d", "0", "soon"})
  void how_long_a_token_may_open_beside_the_next_is_bounded(String overlap) {
    String place = place(body(send("POST", ALL, described())));
    Doors.Answer refused =
        send("POST", place + "/hook-token", "{\"overlap\": \"" + overlap + "\"}");
    assertProblem(refused, 400, "wrong-field");
    assertThat(body(refused).path("field").asString()).isEqualTo("overlap");
  }

  @Test
  void the_environments_router_is_not_changed_here() {
    String office = ALL + "/" + body(send("GET", ALL)).at("/items/0/id").asLong();
    assertProblem(patched(office, "*", "{\"port\": 1}"), 409, "follows-the-environment");
    assertProblem(send("DELETE", office), 409, "follows-the-environment");
    assertProblem(send("POST", office + "/hook-token"), 409, "follows-the-environment");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | name",
        "{'name': 'x'} | host",
        "{'name': 'x', 'host': '192.0.2.9'} | username",
        "{'name': 'x', 'host': '192.0.2.9', 'username': 'y'} | password",
        "{'name': 'x', 'host': 'http://192.0.2.9'} | host",
        "{'port': 0} | port",
        "{'port': 'many'} | port",
        "{'tls': 'on'} | tls",
        "{'fingerprint': 'ab'} | fingerprint",
        "{'ca': 'nothing'} | ca",
        "{'permit_list': 'two words'} | permit_list",
        "{'anywhere': 'yes'} | anywhere"
      })
  void what_is_wrong_is_named_and_nothing_is_added(String body, String field) {
    Doors.Answer refused = send("POST", ALL, body.replace('\'', '"'));
    assertProblem(refused, 400, "wrong-field");
    assertThat(body(refused).path("field").asString()).isEqualTo(field);
    assertThat(body(refused).path("title").asString()).startsWith(field + ": ");
  }

  @Test
  void a_name_that_another_has_is_told() {
    send("POST", ALL, described());
    Doors.Answer refused = send("POST", ALL, described());
    assertProblem(refused, 409, "exists");
    assertThat(body(refused).path("field").asString()).isEqualTo("name");
  }

  @Test
  void an_address_that_tapgate_keeps_away_from_is_told_with_the_way_out() {
    String inside = described().replace("192.0.2.88", "169.254.169.254");
    Doors.Answer refused = send("POST", ALL, inside);
    assertProblem(refused, 400, "kept-away");
    assertThat(body(refused).path("title").asString()).contains("169.254.169.254");
    assertThat(body(refused).path("detail").asString()).contains("`anywhere: true`");

    String here = described().replace("192.0.2.88", "127.0.0.1");
    assertProblem(send("POST", ALL, here), 400, "kept-away");
    assertThat(send("POST", ALL, here.replace("}", ", \"anywhere\": true}")).status())
        .isEqualTo(201);
  }

  private String described() {
    return """
    {"name": "%s", "host": "192.0.2.88", "username": "tapgate", "password": "annex-password",
     "tls": "off"}
    """
        .formatted(name);
  }

  private static String place(JsonNode router) {
    return ALL + "/" + router.path("id").asLong();
  }

  private Doors.Answer send(String method, String place) {
    return send(method, place, "");
  }

  private Doors.Answer send(String method, String place, String body) {
    return doors.send(method, place, ADMIN, body, Map.of());
  }

  private Doors.Answer patched(String place, String seen, String body) {
    return doors.send("PATCH", place, ADMIN, body, Map.of("If-Match", seen));
  }

  private static void assertProblem(Doors.Answer answer, int status, String kind) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("type")).isEqualTo("urn:tapgate:problem:" + kind);
    assertThat(answer.text("detail")).isNotBlank();
  }

  private static JsonNode body(Doors.Answer answer) {
    return answer.body();
  }

  private List<String> noted(long router) {
    return database
        .sql(
            """
            select verb || ' by ' || actor from
              (select id, verb, actor, router_id from audit
               union all select id, verb, actor, router_id from audit_fresh) every
            where router_id = :router order by id
            """)
        .param("router", router)
        .query((row, _) -> row.getString(1))
        .list();
  }
}
