package io.tapgate.playground.router.scripts;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends hooks: each once, with a time limit for the whole of it, and nobody waits for it.
 *
 * <p>As on a router every hook has a connection of its own. A kept one would fail for reasons that
 * no router has, when Tapgate was restarted in between.
 */
final class Reporter implements AutoCloseable {
  /** As long as the real router's scripts give their fetch. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String token;
  private volatile URI apiUrl;

  Reporter(URI apiUrl, String token) {
    this.apiUrl = apiUrl;
    this.token = token;
  }

  void sendTo(URI url) {
    this.apiUrl = url;
  }

  CompletableFuture<Report> send(Hook hook) {
    return CompletableFuture.supplyAsync(() -> sent(hook), threads);
  }

  private Report sent(Hook hook) {
    HttpClient http = client();
    try {
      return http.sendAsync(request(hook), BodyHandlers.ofString())
          .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
          .<Report>thenApply(answer -> new Report.Answered(answer.statusCode(), answer.body()))
          .join();
    } catch (CompletionException trouble) {
      return new Report.Failed(why(trouble));
    } catch (IllegalArgumentException unsendable) {
      return new Report.Failed("cannot be sent to " + apiUrl);
    } finally {
      http.shutdownNow();
    }
  }

  private HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .executor(threads)
        .connectTimeout(LIMIT)
        .build();
  }

  private HttpRequest request(Hook hook) {
    String base = apiUrl.toString().replaceFirst("/+$", "");
    return HttpRequest.newBuilder(URI.create(base + hook.kind().door()))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(hook.json()))
        .build();
  }

  private static String why(CompletionException trouble) {
    Throwable cause = trouble.getCause();
    if (cause instanceof TimeoutException) {
      return "no answer within " + LIMIT.toSeconds() + " s";
    }
    @Nullable String words = cause == null ? null : cause.getMessage();
    return words == null ? "the connection was not made" : words;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
