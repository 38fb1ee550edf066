package io.tapgate.router.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.tapgate.house.House;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the door for routers says, on the real rows. */
class RoutersDoorTest extends House {
  private static final String ALL = "/api/v1/routers";
  private static final AtomicInteger numbers = new AtomicInteger();

  @Autowired private WebApplicationContext house;
  private final String name = "annex-" + numbers.incrementAndGet();
  private MockMvc mvc;

  @BeforeEach
  void stand_at_the_door() {
    mvc = MockMvcBuilders.webAppContextSetup(house).build();
  }

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
    MockHttpServletResponse added = send(post(ALL), described());

    assertThat(added.getStatus()).isEqualTo(201);
    JsonNode body = json(added);
    assertThat(added.getHeader("Location")).isEqualTo(ALL + "/" + body.path("id").asLong());
    assertThat(added.getHeader("ETag")).isEqualTo("\"0\"");
    assertThat(added.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(body.path("hook_token").asString()).matches("[A-Za-z0-9_-]{43}");
    assertThat(body.path("tls").asString()).isEqualTo("off");
    assertThat(body.path("port").asInt()).isEqualTo(8729);
    assertThat(body.path("deny_list").asString()).isEqualTo("DENY");
    assertThat(body.path("from_environment").asBoolean()).isFalse();
    assertThat(body.path("live_connections").asInt()).isZero();

    MockHttpServletResponse seen = send(get(place(body)));
    assertThat(json(seen).has("hook_token")).isFalse();
    assertThat(text(seen)).doesNotContain("annex-password", "digest");
  }

  @Test
  void the_list_begins_with_the_environments_and_says_how_each_is() {
    JsonNode added = json(send(post(ALL), described()));
    JsonNode page = json(send(get(ALL)));

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
    String place = place(json(send(post(ALL), described())));

    assertProblem(send(patch(place), "{\"port\": 8730}"), 428, "version-missing");
    MockHttpServletResponse changed =
        send(patch(place).header("If-Match", "\"0\""), "{\"port\": 8730}");
    assertThat(changed.getStatus()).isEqualTo(200);
    assertThat(changed.getHeader("ETag")).isEqualTo("\"1\"");
    assertThat(json(changed).path("port").asInt()).isEqualTo(8730);
    assertThat(json(changed).has("hook_token")).isFalse();
    assertProblem(
        send(patch(place).header("If-Match", "\"0\""), "{\"port\": 8731}"),
        412,
        "changed-meanwhile");
    assertProblem(
        send(patch(place).header("If-Match", "1"), "{\"port\": 8731}"), 412, "changed-meanwhile");
    assertThat(send(patch(place).header("If-Match", "*"), "{\"port\": 8731}").getStatus())
        .isEqualTo(200);
  }

  @Test
  void a_router_that_is_removed_is_not_found_again() {
    String place = place(json(send(post(ALL), described())));
    assertThat(send(delete(place)).getStatus()).isEqualTo(204);
    assertProblem(send(get(place)), 404, "no-such-router");
    assertProblem(send(delete(place)), 404, "no-such-router");
    assertThat(send(post(ALL), described()).getStatus()).as("its name is free").isEqualTo(201);
  }

  @Test
  void another_token_is_shown_once_as_well() {
    JsonNode added = json(send(post(ALL), described()));
    MockHttpServletResponse renewed = send(post(place(added) + "/hook-token"));
    assertThat(renewed.getStatus()).isEqualTo(200);
    assertThat(json(renewed).path("hook_token").asString())
        .matches("[A-Za-z0-9_-]{43}")
        .isNotEqualTo(added.path("hook_token").asString());
  }

  @Test
  void the_environments_router_is_not_changed_here() {
    String office = ALL + "/" + json(send(get(ALL))).at("/items/0/id").asLong();
    assertProblem(
        send(patch(office).header("If-Match", "*"), "{\"port\": 1}"),
        409,
        "follows-the-environment");
    assertProblem(send(delete(office)), 409, "follows-the-environment");
    assertProblem(send(post(office + "/hook-token")), 409, "follows-the-environment");
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
    MockHttpServletResponse refused = send(post(ALL), body.replace('\'', '"'));
    assertProblem(refused, 400, "wrong-field");
    assertThat(json(refused).path("field").asString()).isEqualTo(field);
    assertThat(json(refused).path("title").asString()).startsWith(field + ": ");
  }

  @Test
  void a_name_that_another_has_is_told() {
    send(post(ALL), described());
    MockHttpServletResponse refused = send(post(ALL), described());
    assertProblem(refused, 409, "name-taken");
    assertThat(json(refused).path("field").asString()).isEqualTo("name");
  }

  @Test
  void an_address_that_tapgate_keeps_away_from_is_told_with_the_way_out() {
    String inside = described().replace("192.0.2.88", "169.254.169.254");
    MockHttpServletResponse refused = send(post(ALL), inside);
    assertProblem(refused, 400, "kept-away");
    assertThat(json(refused).path("title").asString()).contains("169.254.169.254");
    assertThat(json(refused).path("detail").asString()).contains("`anywhere: true`");

    String here = described().replace("192.0.2.88", "127.0.0.1");
    assertProblem(send(post(ALL), here), 400, "kept-away");
    assertThat(send(post(ALL), here.replace("}", ", \"anywhere\": true}")).getStatus())
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

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String body) {
    return send(request.contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request) {
    try {
      return mvc.perform(request).andReturn().getResponse();
    } catch (Exception trouble) {
      throw new AssertionError(trouble);
    }
  }

  private static void assertProblem(MockHttpServletResponse answer, int status, String kind) {
    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(json(answer).path("type").asString()).isEqualTo("urn:tapgate:problem:" + kind);
    assertThat(json(answer).path("detail").asString()).isNotBlank();
  }

  private static JsonNode json(MockHttpServletResponse answer) {
    return JsonMapper.shared().readTree(text(answer));
  }

  private static String text(MockHttpServletResponse answer) {
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
