package io.tapgate.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The api's doors, knocked at over a real socket. */
public final class Doors {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final int port;

  Doors(int port) {
    this.port = port;
  }

  /** What came back. */
  public record Answer(int status, JsonNode body, Map<String, String> headers) {
    public String text(String field) {
      return body.path(field).asString("");
    }
  }

  /** Whoever is told that the database has no room just now sends the same again. */
  static Answer untilServed(Supplier<Answer> knock) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Answer answer = knock.get();
    while (answer.status() == 503 && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(PAUSE.toNanos());
      answer = knock.get();
    }
    return answer;
  }

  public Answer post(String door, String key, Map<String, ?> fields) {
    return post(door, key, JSON.writeValueAsString(fields));
  }

  public Answer post(String door, String key, String body) {
    HttpRequest.Builder request =
        request(door)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(key.isEmpty() ? request : request.header("Authorization", "Bearer " + key));
  }

  /** The same, from a caller that says what it accepts. */
  public Answer post(String door, String key, Map<String, ?> fields, String accept) {
    return send(
        request(door)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + key)
            .header("Accept", accept)
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(fields))));
  }

  public Answer get(String door, String key, String accept) {
    return send(
        request(door).header("Authorization", "Bearer " + key).header("Accept", accept).GET());
  }

  public Answer get(String door, String key) {
    HttpRequest.Builder request = request(door).GET();
    return send(key.isEmpty() ? request : request.header("Authorization", "Bearer " + key));
  }

  /** Any method, with headers of its own; an empty body is none. */
  public Answer send(
      String method, String door, String key, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        request(door)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    return send(key.isEmpty() ? request : request.header("Authorization", "Bearer " + key));
  }

  private HttpRequest.Builder request(String door) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + door))
        .timeout(Duration.ofSeconds(20));
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Map<String, String> headers = new LinkedHashMap<>();
      response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
      return new Answer(response.statusCode(), json(response.body()), headers);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static JsonNode json(String text) {
    return text.startsWith("{") ? JSON.readTree(text) : JSON.createObjectNode().put("text", text);
  }
}
