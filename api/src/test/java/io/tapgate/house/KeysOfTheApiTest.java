package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys of the admin API: made, shown once, used, run out, revoked. */
class KeysOfTheApiTest extends House {
  private Admin admin;

  @BeforeEach
  void come() {
    admin = new Admin(doors, ADMIN);
  }

  private Doors.Answer made(String scope, String life) {
    return admin.post("/keys", Map.of("name", "on call", "scope", scope, "for", life));
  }

  @Test
  void a_key_is_shown_once_and_kept_as_a_digest() {
    Doors.Answer made = made("read", "never");
    String secret = made.text("secret");
    assertThat(made.status()).isEqualTo(201);
    assertThat(secret).startsWith("tg_").hasSizeGreaterThan(40);
    assertThat(
            database
                .sql("select count(*) from api_key k where k::text like '%' || :secret || '%'")
                .param("secret", secret)
                .query((row, _) -> row.getLong(1))
                .single())
        .isZero();
    assertThat(admin.get("/keys?limit=200").body().toString())
        .doesNotContain(secret)
        .contains("on call");
  }

  @Test
  void a_key_says_who_it_is_and_when_it_was_used() {
    Doors.Answer made = made("operate", "30d");
    Doors.Answer me = new Admin(doors, made.text("secret")).get("/me");
    assertThat(me.body().at("/key/scope").asString()).isEqualTo("operate");
    assertThat(me.body().at("/key/used_at").isNull()).isFalse();
    assertThat(me.body().at("/key/made_by").asString()).startsWith("key:");
  }

  @Test
  void a_key_does_what_its_scope_says_and_no_more() {
    Admin reader = new Admin(doors, made("read", "1h").text("secret"));
    assertThat(reader.get("/clients").status()).isEqualTo(200);
    Doors.Answer refused = reader.post("/clients/1/ban");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("detail")).contains("the scope operate");
    assertThat(reader.post("/keys", Map.of("name", "x", "scope", "admin")).status()).isEqualTo(403);
    Admin operator = new Admin(doors, made("operate", "1h").text("secret"));
    assertThat(operator.post("/clients/999999999/ban").status()).isEqualTo(404);
    assertThat(operator.delete("/clients/999999999").status()).isEqualTo(403);
  }

  @Test
  void it_opens_no_other_door() {
    String key = made("operate", "1h").text("secret");
    for (String door : new String[] {"/client/connect", "/client/confirm", "/client/timecheck"}) {
      assertThat(doors.post(door, key, Map.of()).status()).as(door).isEqualTo(401);
    }
    for (String other : new String[] {HOOK, WATCHER, METRICS, "", "tg_wrong"}) {
      assertThat(new Admin(doors, other).get("/clients").status()).as(other).isEqualTo(401);
    }
  }

  @Test
  void one_that_ran_out_or_was_revoked_is_told_so() {
    Doors.Answer brief = made("read", "1h");
    Admin late = new Admin(doors, brief.text("secret"));
    assertThat(late.get("/me").status()).isEqualTo(200);
    time.passes(Duration.ofHours(2));
    assertThat(late.get("/me").status()).isEqualTo(401);
    assertThat(late.get("/me").text("title")).isEqualTo("This key has expired.");

    Doors.Answer other = made("read", "never");
    long id = other.body().at("/key/id").asLong();
    assertThat(admin.delete("/keys/" + id).status()).isEqualTo(204);
    assertThat(new Admin(doors, other.text("secret")).get("/me").text("title"))
        .isEqualTo("This key was revoked.");
  }

  @Test
  void the_admin_token_is_the_first_and_goes_with_the_environment() {
    long first = admin.get("/me").body().at("/key/id").asLong();
    assertThat(admin.get("/me").body().at("/key/from_environment").asBoolean()).isTrue();
    assertThat(admin.delete("/keys/" + first).status()).isEqualTo(409);
  }

  @Test
  void a_wrong_field_is_named() {
    assertThat(admin.post("/keys", Map.of("scope", "read")).text("field")).isEqualTo("name");
    assertThat(admin.post("/keys", Map.of("name", " ", "scope", "read")).text("title"))
        .isEqualTo("name: is blank; write it in words");
    assertThat(admin.post("/keys", Map.of("name", "x", "scope", "all")).text("field"))
        .isEqualTo("scope");
    assertThat(
            admin.post("/keys", Map.of("name", "x", "scope", "read", "for", "long")).text("field"))
        .isEqualTo("for");
  }
}
