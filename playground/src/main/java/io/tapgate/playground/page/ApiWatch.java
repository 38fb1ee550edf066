package io.tapgate.playground.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the api again and again whether it is ready, so that a visitor knows to wait. */
public final class ApiWatch implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final HttpRequest question;
  private final Changes changes;
  private final Duration pause;
  private final Thread thread;
  private volatile ApiState state = ApiState.STARTING;

  ApiWatch(URI api, Changes changes, Duration pause) {
    String base = api.toString().replaceFirst("/+$", "");
    this.question =
        HttpRequest.newBuilder(URI.create(base + "/actuator/health/readiness"))
            .timeout(PATIENCE)
            .build();
    this.changes = changes;
    this.pause = pause;
    this.thread = Thread.ofVirtual().name("playground-api-watch").start(this::watch);
  }

  ApiState state() {
    return state;
  }

  private void watch() {
    try {
      while (true) {
        note(state.next(isReady()));
        Thread.sleep(pause);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(ApiState now) {
    if (now != state) {
      state = now;
      changes.happened();
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      // Not there, or not yet: that is the answer.
      return false;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    http.shutdownNow();
  }
}
