package io.tapgate.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapgate.doors.Needs;
import io.tapgate.playground.router.device.Session;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The document and the doors say the same. */
class DocumentTest extends House {
  private static final List<String> SCOPES = List.of("read", "operate", "admin");

  private static final JsonMapper JSON = JsonMapper.shared();

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  private Document document;
  private Admin admin;

  @BeforeEach
  void read() {
    admin = new Admin(doors, ADMIN);
    document = new Document(doors.get("/docs/openapi.json", "").body());
  }

  @Test
  void every_door_is_described_with_its_scope_and_nothing_else_is() {
    Map<String, String> doorways = new TreeMap<>();
    mapping
        .getHandlerMethods()
        .forEach((where, door) -> {
          for (String path : where.getPatternValues()) {
            if (path.startsWith("/api/v1")) {
              Needs needs = door.getMethodAnnotation(Needs.class);
              where
                  .getMethodsCondition()
                  .getMethods()
                  .forEach(method ->
                      doorways.put(
                          method + " " + path, needs == null ? "none" : needs.value().toString()));
            }
          }
        });
    Map<String, String> described = new TreeMap<>();
    document.operations().forEach(one -> described.put(one.toString(), one.scope()));

    assertThat(described).isEqualTo(doorways).hasSizeGreaterThan(25);
  }

  /** Every operation, by every key there can be. */
  @Test
  void each_key_opens_what_its_scope_says() {
    Map<String, String> keys = new LinkedHashMap<>();
    SCOPES.forEach(scope -> keys.put(scope, made(scope, "never")));
    String expired = made("admin", "1h");
    String revoked = made("admin", "never");
    long id = new Admin(doors, revoked).get("/me").body().at("/key/id").asLong();
    admin.delete("/keys/" + id);
    time.passes(Duration.ofHours(2));
    List<String> wrong = List.of("", "tg_wrong", "wrong", expired, revoked, HOOK, WATCHER, METRICS);

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
    Map<String, Long> nobody = Map.of("id", 999_999_999_999L, "connection", 999_999_999_999L);
    String body = one.example().isEmpty() ? "" : "{}";
    return doors.send(one.method(), one.filled(nobody), key, body, Map.of()).status();
  }

  @Test
  void every_example_is_sent_and_every_answer_fits_its_schema() {
    Set<String> misfits = new TreeSet<>();
    for (Document.Operation one : document.operations()) {
      Doors.Answer answer =
          doors.send(
              one.method(),
              one.filled(numbers(one)),
              ADMIN,
              one.example(),
              one.needsVersion() ? Map.of("If-Match", "\"0\"") : Map.of());
      assertThat(answer.status()).as("%s: %s", one, answer).isEqualTo(one.success());
      one.answered()
          .ifPresent(schema ->
              document
                  .misfits(schema, answer.body())
                  .forEach(misfit -> misfits.add(one + ": " + misfit)));
    }
    assertThat(misfits).isEmpty();
  }

  /** Something to try each on: nobody's else. */
  private Map<String, Object> numbers(Document.Operation one) {
    return switch (one.said().path("tags").get(0).asString()) {
      case "Connections" -> Map.of("id", asked(somebody()));
      case "Questions" -> Map.of("connection", asked(somebody()));
      case "Bans" -> Map.of("id", banned());
      case "Keys" -> Map.of("id", keyNumber());
      case "Routers" -> Map.of("id", one.path().contains("{id}") ? router() : 0);
      case "Clients" ->
          Map.of("id", one.path().endsWith("accept-chat") ? offered(one) : enrolled());
      default -> Map.of();
    };
  }

  private long asked(Client client) {
    client.connects();
    client.question();
    return admin.newest(client.name).path("id").asLong();
  }

  private long banned() {
    long client = enrolled();
    admin.post("/clients/" + client + "/ban");
    return admin.get("/bans?client=" + client).body().at("/items/0/id").asLong();
  }

  private long keyNumber() {
    return admin
        .post("/keys", Map.of("name", "to be revoked", "scope", "read"))
        .body()
        .at("/key/id")
        .asLong();
  }

  private long router() {
    return admin
        .post(
            "/routers",
            Map.of(
                "name", "described-" + System.nanoTime(),
                "host", "192.0.2.77",
                "username", "tapgate",
                "password", "long enough",
                "tls", "off"))
        .body()
        .path("id")
        .asLong();
  }

  /** Nobody answers there: they are not to be tried for ever. */
  @AfterEach
  void remove() {
    admin
        .get("/routers")
        .body()
        .path("items")
        .valueStream()
        .filter(router -> !router.path("from_environment").asBoolean())
        .forEach(router -> admin.delete("/routers/" + router.path("id").asLong()));
  }

  private long enrolled() {
    return admin
        .post("/clients", Map.of("name", "enrolled-" + System.nanoTime()))
        .body()
        .path("id")
        .asLong();
  }

  private long offered(Document.Operation one) {
    Client client = somebody();
    Session session = client.connects();
    client.question();
    Map<String, Object> hook = client.hook(session.address());
    hook.put("chat_id", JSON.readTree(one.example()).path("chat_id").asLong());
    doors.post("/client/connect", HOOK, hook);
    return admin.client(client.name);
  }

  private String made(String scope, String life) {
    return admin
        .post("/keys", Map.of("name", "matrix", "scope", scope, "for", life))
        .text("secret");
  }
}
