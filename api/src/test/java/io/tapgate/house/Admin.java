package io.tapgate.house;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a key of the admin API. */
final class Admin {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Doors doors;
  private final String key;

  Admin(Doors doors, String key) {
    this.doors = doors;
    this.key = key;
  }

  Doors.Answer get(String path) {
    return doors.send("GET", "/api/v1" + path, key, "", Map.of());
  }

  Doors.Answer post(String path, Map<String, ?> body) {
    return doors.send("POST", "/api/v1" + path, key, JSON.writeValueAsString(body), Map.of());
  }

  Doors.Answer post(String path) {
    return doors.send("POST", "/api/v1" + path, key, "", Map.of());
  }

  Doors.Answer patch(String path, String version, Map<String, ?> body) {
    return doors.send(
        "PATCH",
        "/api/v1" + path,
        key,
        JSON.writeValueAsString(body),
        version.isEmpty() ? Map.of() : Map.of("If-Match", version));
  }

  Doors.Answer delete(String path) {
    return doors.send("DELETE", "/api/v1" + path, key, "", Map.of());
  }

  /** The number of a client, by its account. */
  long client(String account) {
    return only(get("/clients?account=" + account)).path("id").asLong();
  }

  /** The newest connection of an account. */
  JsonNode newest(String account) {
    return get("/connections?limit=1&name=" + account).body().path("items").get(0);
  }

  private static JsonNode only(Doors.Answer answer) {
    JsonNode items = answer.body().path("items");
    if (items.size() != 1) {
      throw new AssertionError("not one: " + answer);
    }
    return items.get(0);
  }
}
