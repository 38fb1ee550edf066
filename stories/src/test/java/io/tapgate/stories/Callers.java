package io.tapgate.stories;

import io.tapgate.playground.router.Call;
import io.tapgate.playground.router.Dialled;
import io.tapgate.playground.router.device.Account;
import io.tapgate.playground.router.device.Session;
import io.tapgate.playground.telegram.Message;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * People who come one after the other while something is broken: each dials in, is asked and taps.
 * Whoever knocks for them writes down every answer, and comes again after anything but a 2xx.
 */
final class Callers implements AutoCloseable {
  private static final int AT_ONCE = 4;
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Stage stage;
  private final List<Answer> answers = new CopyOnWriteArrayList<>();
  private final List<In> in = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> running;
  private volatile boolean stopped;

  /** What came back, when it had come, and how long that took. */
  record Answer(String door, int status, String retryAfter, String body, long at, Duration took) {
    boolean isGood() {
      return status >= 200 && status < 300;
    }
  }

  /** Somebody whose hook and tap were both answered with 2xx. */
  record In(Client client, Session session, long connection) {}

  Callers(Stage stage) {
    this.stage = stage;
    this.running =
        IntStream.range(0, AT_ONCE).<Future<?>>mapToObj(_ -> threads.submit(this::call)).toList();
  }

  List<Answer> answers() {
    return List.copyOf(answers);
  }

  /** When the first good answer came after this moment; fails when there is none yet. */
  boolean hasGoodSince(long moment) {
    return answers.stream().anyMatch(one -> one.isGood() && one.at() - moment > 0);
  }

  /** Nobody new comes; those under way end theirs. */
  List<In> finished() {
    stopped = true;
    long end = System.nanoTime() + ENDS_WITHIN.toNanos();
    running.forEach(one -> waitFor(one, end));
    return List.copyOf(in);
  }

  @Override
  public void close() {
    stopped = true;
    threads.shutdownNow();
  }

  private static void waitFor(Future<?> one, long end) {
    try {
      one.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException trouble) {
      throw new AssertionError("a caller did not come to an end", trouble);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private void call() {
    while (!stopped) {
      Client client = stage.somebody();
      Call call = Call.of(Account.of(client.name, client.chat), client.caller).quietly();
      Dialled dialled = stage.router.dial(call);
      Session session = dialled.session();
      Map<String, Object> hook = client.hook(session.address());
      long connection =
          JSON.readTree(untilGood("/client/connect", Keys.HOOK, hook).body())
              .path("connection")
              .asLong();
      Message question = question(client);
      stage.witness.taps(client, Client.data(question, "It's me"));
      untilGood("/client/confirm", Keys.WATCHER, client.tap(question));
      in.add(new In(client, session, connection));
    }
  }

  /** It may be that nothing works for most of this time. */
  private static Message question(Client client) {
    Eventually.eventually(() -> "asked: " + client.name, ENDS_WITHIN, () -> !isUnasked(client));
    return client.question();
  }

  private static boolean isUnasked(Client client) {
    return client.messages().stream().allMatch(one -> one.buttons().findAny().isEmpty());
  }

  private Answer untilGood(String door, String key, Map<String, Object> body) {
    while (true) {
      Answer answer = post(door, key, body);
      answers.add(answer);
      boolean settled = answer.status() == 409 && answer.body().contains("\"confirmed\"");
      if (answer.isGood() || settled) {
        return answer;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("nobody waits for it any more");
      }
    }
  }

  Answer post(String door, String key, Map<String, Object> body) {
    long began = System.nanoTime();
    try {
      HttpResponse<String> response =
          HTTP.send(
              stage
                  .doors
                  .request(door, key)
                  .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                  .build(),
              BodyHandlers.ofString());
      String retryAfter = response.headers().firstValue("Retry-After").orElse("");
      long now = System.nanoTime();
      return new Answer(
          door,
          response.statusCode(),
          retryAfter,
          response.body(),
          now,
          Duration.ofNanos(now - began));
    } catch (IOException trouble) {
      long now = System.nanoTime();
      return new Answer(door, 0, "", trouble.toString(), now, Duration.ofNanos(now - began));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
