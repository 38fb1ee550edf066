package io.tapgate.cli.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The admin API. A refusal, and an api that is away, are thrown as a {@link Failure}. */
public final class Api {
  private static final String ROOT = "/api/v1";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A router may take its time, for a key of its own say. */
  private static final Duration LONG_PATIENCE = Duration.ofMinutes(5);

  private static final int LONGEST_REFUSAL = 64 * 1024;

  private final Access access;
  private final HttpClient http;

  public Api(Access access) {
    if (access.key().isEmpty()) {
      throw Failure.typed(
          "no key for "
              + access.url()
              + ". Set TAPGATE_API_KEY, or write url= and key= into ~/.config/tapgate/config");
    }
    this.access = access;
    this.http = Line.to(access);
  }

  public String url() {
    return access.url();
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, Body body) {
    return send(withBody(request(path), "POST", body));
  }

  /** The same, where a router is spoken to before the answer. */
  public Answer postPatiently(String path, Body body) {
    return send(withBody(request(path).timeout(LONG_PATIENCE), "POST", body));
  }

  /** Changes what was seen under this ETag and nothing newer. */
  public Answer patch(String path, String etag, Body body) {
    return send(withBody(request(path).header("If-Match", etag), "PATCH", body));
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Copies a long answer of this type as it comes. */
  public void stream(String path, String type, OutputStream out) throws IOException {
    HttpRequest request = request(path).setHeader("Accept", "*/*").build();
    HttpResponse<InputStream> response = call(request, BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      String came = response.headers().firstValue("Content-Type").orElse("");
      if (response.statusCode() != 200 || !came.startsWith(type)) {
        String text = new String(body.readNBytes(LONGEST_REFUSAL), StandardCharsets.UTF_8);
        throw Refusal.of(answer(response, text), access);
      }
      body.transferTo(out);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(access.url() + ROOT + path))
        .timeout(PATIENCE)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + access.key());
  }

  private static HttpRequest.Builder withBody(HttpRequest.Builder request, String how, Body body) {
    return request
        .header("Content-Type", "application/json")
        .method(how, BodyPublishers.ofString(body.write()));
  }

  private Answer send(HttpRequest.Builder request) {
    HttpResponse<String> response = call(request.build(), BodyHandlers.ofString());
    Answer answer = answer(response, response.body());
    if (!answer.isGood()) {
      throw Refusal.of(answer, access);
    }
    return answer;
  }

  private <T> HttpResponse<T> call(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw Refusal.noAnswer(e, access);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw Failure.outside("interrupted.");
    }
  }

  private static Answer answer(HttpResponse<?> response, String body) {
    return new Answer(
        response.statusCode(),
        body,
        response.headers().firstValue("ETag").orElse("*"),
        response.headers().firstValue("Retry-After").orElse(""));
  }
}
