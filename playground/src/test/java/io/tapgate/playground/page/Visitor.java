package io.tapgate.playground.page;

import io.tapgate.playground.Playground;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a browser, more or less. */
final class Visitor {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;

  Visitor(Playground playground) {
    this.base = playground.url();
  }

  record Seen(int status, Map<String, List<String>> headers, String body) {
    JsonNode json() {
      return JSON.readTree(body);
    }

    String detail() {
      return json().path("detail").asString("");
    }

    String header(String name) {
      return String.join(", ", headers.getOrDefault(name, List.of()));
    }
  }

  Seen get(String path) {
    return send(request(path).GET());
  }

  Seen post(String door, Map<String, ?> body) {
    return post(door, JSON.writeValueAsString(body), "Content-Type", "application/json");
  }

  Seen post(String door, String body, String... headers) {
    return send(
        request("playground/" + door)
            .headers(headers)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  JsonNode state() {
    return get("playground/state").json();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(10));
  }

  private Seen send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Seen(answer.statusCode(), answer.headers().map(), answer.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  Stream watch() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + "playground/events")).build();
    HttpResponse<InputStream> answer =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    return new Stream(
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
  }

  /** The live view. Reading waits for the next event; a beat comes each five seconds at least. */
  record Stream(BufferedReader lines) implements AutoCloseable {

    /** Reads on until the state is as wanted, at most this many events. */
    JsonNode until(Predicate<JsonNode> wanted) throws IOException {
      JsonNode last = null;
      for (int event = 0; event < 20; event++) {
        last = next();
        if (wanted.test(last)) {
          return last;
        }
      }
      throw new AssertionError("not within 20 states; the last one: " + last);
    }

    private JsonNode next() throws IOException {
      String kind = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          kind = line.substring("event: ".length());
        } else if (line.startsWith("data: ") && kind.equals("state")) {
          return JSON.readTree(line.substring("data: ".length()));
        }
      }
      throw new AssertionError("the stream has ended");
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
