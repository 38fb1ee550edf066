package io.tapgate.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Doors of a part, knocked at over a real socket. */
record Doors(int port) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration A_WHILE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** What came back. */
  record Answer(int status, String type, String body) {
    JsonNode json() {
      return body.startsWith("{") ? JSON.readTree(body) : JSON.createObjectNode();
    }

    String text(String field) {
      return json().path(field).asString("");
    }
  }

  /** Who is told that the database has no room just now sends the same again, a moment later. */
  static Answer untilServed(Supplier<Answer> knock) {
    long end = System.nanoTime() + A_WHILE.toNanos();
    Answer answer = knock.get();
    while (answer.status() == 503 && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(PAUSE.toNanos());
      answer = knock.get();
    }
    return answer;
  }

  Answer post(String door, String key, Map<String, ?> fields) {
    return send(request(door, key).POST(BodyPublishers.ofString(JSON.writeValueAsString(fields))));
  }

  Answer get(String door, String key) {
    return send(request(door, key).GET());
  }

  /** An empty body is none. */
  Answer send(String method, String door, String key, String body, Map<String, String> headers) {
    HttpRequest.Builder request = request(door, key);
    headers.forEach(request::setHeader);
    return send(
        request.method(
            method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  /** JSON, unless the request says otherwise; an empty key is none. */
  HttpRequest.Builder request(String door, String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + door))
            .timeout(PATIENCE)
            .setHeader("Content-Type", "application/json");
    return key.isEmpty() ? request : request.setHeader("Authorization", "Bearer " + key);
  }

  static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new Answer(response.statusCode(), type, response.body());
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  boolean answers(String door) {
    try {
      return get(door, "").status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }
}
