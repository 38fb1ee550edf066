package io.tapgate.playground.router.scripts;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends hooks: each once, with a time limit for the whole of it, and nobody waits for it. */
final class Reporter implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(threads)
          .connectTimeout(LIMIT)
          .build();
  private volatile URI apiUrl;
  private final String token;

  Reporter(URI apiUrl, String token) {
    this.apiUrl = apiUrl;
    this.token = token;
  }

  void sendTo(URI url) {
    this.apiUrl = url;
  }

  CompletableFuture<Report> send(Hook hook) {
    CompletableFuture<HttpResponse<String>> call =
        http.sendAsync(request(hook), BodyHandlers.ofString());
    return call.copy()
        .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .<Report>thenApply(answer -> new Report.Answered(answer.statusCode(), answer.body()))
        .exceptionally(trouble -> {
          call.cancel(true);
          return new Report.Failed(why(trouble));
        });
  }

  private HttpRequest request(Hook hook) {
    String base = apiUrl.toString().replaceFirst("/+$", "");
    return HttpRequest.newBuilder(URI.create(base + hook.kind().door()))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(hook.json()))
        .build();
  }

  private static String why(Throwable trouble) {
    Throwable cause = trouble.getCause() == null ? trouble : trouble.getCause();
    if (cause instanceof TimeoutException || cause instanceof java.net.http.HttpTimeoutException) {
      return "no answer within " + LIMIT.toSeconds() + " s";
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }
}
