package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.device.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What admins write down, and how what is on record is found. */
class RollTest extends House {
  private Admin admin;

  @BeforeEach
  void come() {
    admin = new Admin(doors, ADMIN);
  }

  @Test
  void a_change_to_whichever_version_is_made_and_a_taken_name_is_named() {
    Client alice = somebody();
    alice.connects();
    alice.question();
    String place = "/clients/" + admin.client(alice.name);

    assertThat(admin.patch(place, "*", Map.of("note", "whichever")).text("note"))
        .isEqualTo("whichever");
    Doors.Answer taken = admin.post("/clients", Map.of("name", alice.name));
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.text("field")).isEqualTo("name");
  }

  @Test
  void a_client_is_enrolled_changed_and_removed() {
    Doors.Answer added = admin.post("/clients", Map.of("name", "zoe", "chat_id", 7_000_001));
    assertThat(added.status()).isEqualTo(201);
    String path = "/clients/" + added.body().path("id").asLong();
    assertThat(added.headers()).containsEntry("location", "/api/v1" + path);
    assertThat(added.body().path("seen_at").isNull()).isTrue();
    assertThat(admin.post("/clients", Map.of("name", "zoe")).status()).isEqualTo(409);

    assertThat(admin.patch(path, "", Map.of("note", "x")).status()).isEqualTo(428);
    Doors.Answer changed = admin.patch(path, "\"0\"", Map.of("note", "night shift"));
    assertThat(changed.text("note")).isEqualTo("night shift");
    assertThat(changed.body().path("chat_id").asLong()).isEqualTo(7_000_001);
    assertThat(changed.headers()).containsEntry("etag", "\"1\"");
    assertThat(admin.patch(path, "\"0\"", Map.of("note", "y")).status()).isEqualTo(412);

    assertThat(admin.delete(path).status()).isEqualTo(204);
    assertThat(admin.get(path).status()).isEqualTo(404);
  }

  /** Who is banned or connected moves without the version. */
  @Test
  void whoever_read_a_version_before_is_told_the_whole_again() {
    Doors.Answer added = admin.post("/clients", Map.of("name", "zelda"));
    String path = "/api/v1/clients/" + added.body().path("id").asLong();
    for (String seen : new String[] {added.headers().get("etag"), "W/\"0\"", "*"}) {
      Doors.Answer again = doors.send("GET", path, ADMIN, "", Map.of("If-None-Match", seen));
      assertThat(again.status()).as(seen).isEqualTo(200);
      assertThat(again.text("name")).isEqualTo("zelda");
      assertThat(again.headers()).containsEntry("etag", "\"0\"");
    }
  }

  @Test
  void who_is_connected_is_not_removed() {
    Client alice = somebody();
    Session session = alice.connects();
    alice.question();
    String path = "/clients/" + admin.client(alice.name);
    assertThat(admin.delete(path).status()).isEqualTo(409);

    alice.hangsUp(session);
    router.await(view -> !view.denies(session.address()), Duration.ofSeconds(15));
    org.awaitility.Awaitility.await().until(() -> admin.delete(path).status() == 204);
    assertThat(admin.get("/connections?name=" + alice.name).body().path("items")).isEmpty();
  }

  @Test
  void a_list_goes_on_where_it_stopped_whatever_comes_meanwhile() {
    for (int i = 0; i < 5; i++) {
      admin.post("/clients", Map.of("name", "paged-" + i));
    }
    Doors.Answer first = admin.get("/clients?name=paged-&sort=name&limit=2");
    assertThat(names(first)).containsExactly("paged-0", "paged-1");
    admin.post("/clients", Map.of("name", "paged-00"));

    Doors.Answer second =
        admin.get("/clients?name=paged-&sort=name&limit=2&cursor=" + first.text("next"));
    assertThat(names(second)).containsExactly("paged-2", "paged-3");
    Doors.Answer last =
        admin.get("/clients?name=paged-&sort=name&limit=2&cursor=" + second.text("next"));
    assertThat(names(last)).containsExactly("paged-4");
    assertThat(last.body().path("next").isNull()).isTrue();
    assertThat(names(admin.get("/clients?name=PAGED-&sort=-name&limit=1")))
        .containsExactly("paged-4");
  }

  @Test
  void a_wrong_parameter_is_named_with_the_way_out() {
    Map<String, String> wrong =
        Map.of(
            "/clients?limit=0", "limit",
            "/clients?sort=age", "sort",
            "/clients?nme=x", "nme",
            "/clients?cursor=%21", "cursor",
            "/connections?state=lost", "state",
            "/connections?tunnel=10.8", "tunnel",
            "/connections?since=yesterday", "since",
            "/bans?in_force=perhaps", "in_force",
            "/questions?chat_id=x", "chat_id",
            "/statistics?days=0", "days");
    wrong.forEach((path, field) -> {
      Doors.Answer answer = admin.get(path);
      assertThat(answer.status()).as(path).isEqualTo(400);
      assertThat(answer.text("field")).isEqualTo(field);
      assertThat(answer.text("title")).startsWith(field + ": ");
    });
    assertThat(admin.get("/connections/seven").status()).isEqualTo(400);
    assertThat(admin.get("/nothing").status()).isEqualTo(404);
  }

  @Test
  void connections_are_found_by_whatever_is_known_of_them() {
    Client alice = somebody();
    Session session = alice.connects();
    alice.question();
    long id = admin.newest(alice.name).path("id").asLong();
    for (String by :
        new String[] {
          "name=" + alice.name,
          "client=" + admin.client(alice.name),
          "tunnel=" + session.address() + "&state=asked,confirmed",
          "caller=" + alice.caller
        }) {
      assertThat(admin.get("/connections?limit=1&" + by).body().at("/items/0/id").asLong())
          .as(by)
          .isEqualTo(id);
    }
    JsonNode question = admin.get("/questions/" + id).body();
    assertThat(question.path("chat_id").asLong()).isEqualTo(alice.chat);
    assertThat(question.toString()).doesNotContain("token");
  }

  @Test
  void many_are_taken_at_once_and_what_cannot_be_is_named() {
    List<Map<String, Object>> rows =
        List.of(
            Map.of("name", "many-1", "chat_id", "7100001"),
            Map.of("name", "many-2", "note", "second"),
            Map.of("name", "", "chat_id", "7100003"),
            Map.of("name", "many-4", "chat_id", "-5"));
    Doors.Answer preview = admin.post("/clients/import", Map.of("dry_run", true, "rows", rows));
    assertThat(results(preview)).containsExactly("created", "created", "refused", "refused");
    assertThat(admin.get("/clients?name=many-").body().path("items")).isEmpty();

    Doors.Answer taken = admin.post("/clients/import", Map.of("rows", rows));
    assertThat(results(taken)).isEqualTo(results(preview));
    assertThat(taken.body().at("/rows/3/field").asString()).isEqualTo("chat_id");
    assertThat(results(admin.post("/clients/import", Map.of("rows", rows))))
        .containsExactly("unchanged", "unchanged", "refused", "refused");
    assertThat(
            results(
                admin.post(
                    "/clients/import",
                    Map.of("rows", List.of(Map.of("name", "many-2", "note", "other"))))))
        .containsExactly("changed");
  }

  @Test
  void how_it_stands_is_told_on_one_page() {
    Doors.Answer status = admin.get("/status");
    assertThat(status.status()).isEqualTo(200);
    assertThat(status.body().path("routers").valueStream())
        .anySatisfy(one -> {
          assertThat(one.path("name").asString()).isEqualTo("office");
          assertThat(one.path("state").asString()).isEqualTo("open");
        });
    assertThat(status.body().path("telegram").path("state").asString()).isNotEmpty();
    assertThat(status.body().path("live").has("asked")).isTrue();
    assertThat(admin.get("/statistics?days=3").body().path("days")).hasSize(3);
  }

  private static List<String> names(Doors.Answer answer) {
    return answer
        .body()
        .path("items")
        .valueStream()
        .map(item -> item.path("name").asString())
        .toList();
  }

  private static List<String> results(Doors.Answer answer) {
    return answer
        .body()
        .path("rows")
        .valueStream()
        .map(row -> row.path("result").asString())
        .toList();
  }
}
