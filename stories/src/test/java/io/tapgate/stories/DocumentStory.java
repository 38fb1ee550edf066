package io.tapgate.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Message;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document of the admin API, as the packaged api serves it, tried at that api's doors. */
@ExtendWith(ShowLogs.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentStory {
  private static final List<String> SCOPES = List.of("read", "operate", "admin");
  private static final String API = "/api/v1";
  private static final long NOBODY = 999_999_999_999L;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final AtomicInteger made = new AtomicInteger();
  private Stage stage;
  private Document document;

  @BeforeAll
  void open() {
    stage = Stage.withItsOwnClock();
    document = new Document(stage.doors.get("/docs/openapi.json", "").json());
  }

  @AfterAll
  void close() {
    stage.close();
  }

  /** Every operation, by every key there can be. */
  @Test
  void each_key_opens_what_its_scope_says() {
    Map<String, String> keys = new LinkedHashMap<>();
    SCOPES.forEach(scope -> keys.put(scope, key(scope, "never")));
    String expired = key("admin", "1h");
    String revoked = key("admin", "never");
    JsonNode self = stage.doors.get(API + "/me", revoked).json();
    send("DELETE", "/keys/" + self.at("/key/id").asLong(), "");
    stage.time.passes(Duration.ofHours(2));
    List<String> wrong =
        List.of("", "tg_wrong", "wrong", expired, revoked, Keys.HOOK, Keys.WATCHER, Keys.METRICS);

    for (Document.Operation one : document.operations()) {
      wrong.forEach(key -> assertThat(knock(one, key)).as("%s by %s", one, key).isEqualTo(401));
      keys.forEach((scope, key) -> {
        int status = knock(one, key);
        if (SCOPES.indexOf(scope) < SCOPES.indexOf(one.scope())) {
          assertThat(status).as("%s by %s", one, scope).isEqualTo(403);
        } else {
          assertThat(status).as("%s by %s", one, scope).isNotIn(401, 403, 405, 500);
        }
      });
    }
  }

  /** At what does not exist, and with nothing in hand: only who may knock is asked here. */
  private int knock(Document.Operation one, String key) {
    Map<String, ?> nobody = Map.of("id", NOBODY, "connection", NOBODY, "name", "nobody");
    String body = one.example().isEmpty() ? "" : "{}";
    return stage.doors.send(one.method(), one.filled(nobody), key, body, Map.of()).status();
  }

  @Test
  void every_example_is_sent_and_every_answer_fits_its_schema() {
    Set<String> misfits = new TreeSet<>();
    for (Document.Operation one : document.operations()) {
      Doors.Answer answer = sent(one, one.example());
      assertThat(answer.status()).as("%s: %s", one, answer).isEqualTo(one.success());
      one.answered()
          .ifPresent(schema ->
              document
                  .misfits(schema, JSON.readTree(answer.body()))
                  .forEach(misfit -> misfits.add(one + ": " + misfit)));
    }
    assertThat(misfits).isEmpty();
  }

  /** Each field of each example in turn says what no field can say. */
  @Test
  void every_wrong_field_is_refused_by_its_name_and_with_a_way_out() {
    int tried = 0;
    for (Document.Operation one : document.operations()) {
      if (one.example().isEmpty()) {
        continue;
      }
      for (String field : JSON.readTree(one.example()).propertyNames()) {
        ObjectNode body = (ObjectNode) JSON.readTree(one.example());
        body.set(field, JSON.createObjectNode().put("no", "such thing"));
        Doors.Answer answer = sent(one, body.toString());
        assertThat(answer.status()).as("%s, %s: %s", one, field, answer).isEqualTo(400);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.text("field")).as("%s: %s", one, answer).isEqualTo(field);
        assertThat(answer.text("title")).startsWith(field + ":");
        assertThat(answer.text("detail")).isNotBlank();
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(20);
  }

  @Test
  void what_is_not_there_is_said_with_a_way_out() {
    int tried = 0;
    for (Document.Operation one : document.operations()) {
      if (!one.path().contains("{")) {
        continue;
      }
      Map<String, ?> nobody = Map.of("id", NOBODY, "connection", NOBODY, "name", "nobody");
      Doors.Answer answer =
          stage.doors.send(
              one.method(), one.filled(nobody), Keys.ADMIN, one.example(), version(one));
      assertThat(answer.status()).as("%s: %s", one, answer).isEqualTo(404);
      assertThat(answer.type()).startsWith("application/problem+json");
      assertThat(answer.text("title")).as("%s: %s", one, answer).isNotBlank();
      assertThat(answer.text("detail")).as("%s: %s", one, answer).isNotBlank();
      tried++;
    }
    assertThat(tried).isGreaterThan(15);
  }

  private Doors.Answer sent(Document.Operation one, String body) {
    return stage.doors.send(
        one.method(), one.filled(numbers(one)), Keys.ADMIN, at(one, body), version(one));
  }

  /** A router that can be visited is at nobody's documented address. */
  private String at(Document.Operation one, String body) {
    return one.path().endsWith("/preparation")
        ? body.replace("192.0.2.2", "127.0.0.1").replace("8728", "" + stage.router.port())
        : body;
  }

  private static Map<String, String> version(Document.Operation one) {
    return one.needsVersion() ? Map.of("If-Match", "\"0\"") : Map.of();
  }

  /** Something to try each on: nobody else's. */
  private Map<String, Object> numbers(Document.Operation one) {
    return switch (one.said().path("tags").get(0).asString()) {
      case "Connections" -> Map.of("id", asked(one));
      case "Questions" -> Map.of("connection", asked(one));
      case "Bans" -> Map.of("id", banned());
      case "Keys" -> Map.of("id", created("/keys", named("scope", "read")).at("/key/id").asLong());
      case "Routers" ->
          Map.of(
              "id",
              one.path().endsWith("/clearing")
                  ? reachable()
                  : one.path().contains("{id}") ? router() : 0);
      case "Accounts" ->
          Map.of("id", office(), "name", one.path().contains("{name}") ? account() : "");
      case "Clients" ->
          Map.of("id", one.path().endsWith("accept-chat") ? offered(one) : enrolled());
      default -> Map.of();
    };
  }

  private long asked(Document.Operation one) {
    Client client = stage.somebody();
    client.connects();
    Message question = client.question();
    if (one.path().endsWith("/confirm")) {
      // To the referee, whoever lets somebody in has tapped for them.
      stage.witness.taps(client, Client.data(question, "It's me"));
    }
    return items("/connections?limit=1&name=" + client.name).path("id").asLong();
  }

  private long banned() {
    long client = enrolled();
    created("/clients/" + client + "/ban", Map.of());
    return items("/bans?client=" + client).path("id").asLong();
  }

  /** Nobody answers there. */
  private long router() {
    return router("192.0.2.77", 8728);
  }

  /** The same router as the environment's, under another name. */
  private long reachable() {
    return router("127.0.0.1", stage.router.port());
  }

  private long router(String host, int port) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", "described-" + made.incrementAndGet());
    body.put("host", host);
    body.put("port", port);
    body.put("username", "tapgate");
    body.put("password", "long enough");
    body.put("tls", "off");
    body.put("anywhere", true);
    return created("/routers", body).path("id").asLong();
  }

  /** The one that answers. */
  private long office() {
    return items("/routers").path("id").asLong();
  }

  private String account() {
    return created("/routers/" + office() + "/accounts", named("comment", "for a trial"))
        .path("name")
        .asString();
  }

  private long enrolled() {
    return created("/clients", named("note", "for a trial")).path("id").asLong();
  }

  private long offered(Document.Operation one) {
    Client client = stage.somebody();
    Session session = client.connects();
    client.question();
    Map<String, Object> hook = client.hook(session.address());
    JsonNode example = JSON.readTree(one.example());
    hook.put("chat_id", example.path("chat_id").asLong());
    stage.doors.post("/client/connect", Keys.HOOK, hook);
    return items("/clients?account=" + client.name).path("id").asLong();
  }

  private String key(String scope, String life) {
    Map<String, String> key = named("scope", scope);
    key.put("for", life);
    return created("/keys", key).path("secret").asString();
  }

  private Map<String, String> named(String field, String value) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", "made-" + made.incrementAndGet());
    fields.put(field, value);
    return fields;
  }

  private JsonNode created(String path, Map<String, ?> fields) {
    Doors.Answer answer = send("POST", path, JSON.writeValueAsString(fields));
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
    return answer.json();
  }

  private JsonNode items(String path) {
    return stage.doors.get(API + path, Keys.ADMIN).json().at("/items/0");
  }

  private Doors.Answer send(String method, String path, String body) {
    return stage.doors.send(method, API + path, Keys.ADMIN, body, Map.of());
  }
}
