package io.tapgate.watcher;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A scripted Telegram, a scripted api, and a quick watcher between them. Both live behind a path
 * prefix, and the watcher's clock on the wall is wrong by decades.
 */
final class Stage {
  static final String TOKEN = "123456:AAH-secret_of_the_bot";
  static final String DOOR_TOKEN = "the-watchers-own-secret";
  private static final String BOT = "/tg/bot" + TOKEN;

  final WireMockServer telegram = new WireMockServer(options().dynamicPort());
  final WireMockServer api = new WireMockServer(options().dynamicPort());
  private final Map<String, String> environment = new HashMap<>();
  private @Nullable Watcher watcher;
  private @Nullable Thread running;
  private Duration patience = Duration.ofSeconds(10);
  private Duration tooLong = Duration.ofSeconds(90);

  Stage() {
    telegram.start();
    api.start();
    environment.put("TELEGRAM_TOKEN", TOKEN);
    environment.put("TELEGRAM_API_URL", telegram.baseUrl() + "/tg/");
    environment.put("WATCHER_TOKEN", DOOR_TOKEN);
    environment.put("API_URL", api.baseUrl() + "/gate");
    telegram.stubFor(
        any(anyUrl()).atPriority(9).willReturn(okJson("{\"ok\":true,\"result\":true}")));
    polls(9, ".*", aResponse().withFixedDelay(100).withBody(batch()));
    lease(
        """
        {"read":true,"seconds":30,"until":"2026-11-21T10:00:30Z",
         "received":{"en":"Got it","ru":"Принято","other":"Bien reçu"}}\
        """);
    door("client/confirm", answer(200, "Allowed"));
    door("client/reject", answer(200, "Dropped"));
    door("watcher/update", answer(200, "That button is old"));
  }

  /** How long a person looks at a spinner before being told that the press was received. */
  Stage patience(Duration span) {
    patience = span;
    return this;
  }

  /** How long polls may fail before another watcher should try. */
  Stage tooLong(Duration span) {
    tooLong = span;
    return this;
  }

  Stage with(String setting, String value) {
    environment.put(setting, value);
    return this;
  }

  void lease(String json) {
    door("watcher/lease", okJson(json));
  }

  void door(String path, ResponseDefinitionBuilder answer) {
    api.stubFor(post(urlEqualTo("/gate/" + path)).atPriority(5).willReturn(answer));
  }

  static ResponseDefinitionBuilder answer(int status, String toast) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody("{\"toast\":\"" + toast + "\"}");
  }

  /** Telegram has these updates for whoever has not confirmed them yet. */
  void happened(String... updates) {
    polls(2, "0", aResponse().withBody(batch(updates)));
  }

  void polls(int priority, String offset, ResponseDefinitionBuilder answer) {
    telegram.stubFor(
        post(urlEqualTo(BOT + "/getupdates"))
            .atPriority(priority)
            .withRequestBody(matchingJsonPath("$[?(@.offset =~ /" + offset + "/)]"))
            .willReturn(answer));
  }

  static String batch(String... updates) {
    return "{\"ok\":true,\"result\":[" + String.join(",", updates) + "]}";
  }

  Watcher start() throws Exception {
    return start(System::nanoTime);
  }

  Watcher start(Ticker ticker) throws Exception {
    Backoff quick = new Backoff(Duration.ofMillis(2), Duration.ofMillis(20), new Random(7));
    Duration soon = Duration.ofMillis(20);
    Duration turn = Duration.ofMillis(50);
    InstantSource wrong = InstantSource.fixed(Instant.parse("2001-01-01T00:00:00Z"));
    Tempo tempo =
        new Tempo(ticker, wrong, Stage::nap, patience, soon, quick, quick, turn, tooLong, soon);
    Watcher started = new Watcher(Settings.from(environment), 0, tempo);
    running = Thread.ofPlatform().daemon().name("watcher under test").start(() -> run(started));
    watcher = started;
    return started;
  }

  /** Whether nothing of it runs any more. */
  boolean isOverWithin(Duration span) throws InterruptedException {
    return Objects.requireNonNull(running).join(span);
  }

  RequestPatternBuilder poll(int offset) {
    return polls().withRequestBody(matchingJsonPath("$.offset", equalTo("" + offset)));
  }

  RequestPatternBuilder polls() {
    return postRequestedFor(urlEqualTo(BOT + "/getupdates"));
  }

  RequestPatternBuilder toasts() {
    return postRequestedFor(urlEqualTo(BOT + "/answercallbackquery"));
  }

  RequestPatternBuilder toast(String press, String text) {
    return toasts()
        .withRequestBody(matchingJsonPath("$.callback_query_id", equalTo(press)))
        .withRequestBody(matchingJsonPath("$.text", equalTo(text)));
  }

  RequestPatternBuilder knocks(String path) {
    return postRequestedFor(urlEqualTo("/gate/" + path));
  }

  void readOnBehind(int offset) {
    Eventually.eventually(() -> telegram.verify(poll(offset)));
  }

  HttpResponse<String> health() {
    URI uri =
        URI.create("http://127.0.0.1:" + Objects.requireNonNull(watcher).healthPort() + "/health");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no health", e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  void close() throws InterruptedException {
    if (watcher != null) {
      watcher.stop();
    }
    telegram.stop();
    api.stop();
  }

  private static void run(Watcher watcher) {
    try {
      watcher.run();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** However long it should be, it is a blink. */
  private static void nap(Duration span) throws InterruptedException {
    long longest = Math.min(span.toMillis(), 5);
    boolean _ = new CountDownLatch(1).await(longest, TimeUnit.MILLISECONDS);
  }
}
