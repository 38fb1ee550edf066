package io.tapgate.playground.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what was let through, tells the others how long to wait, and remembers who did not. To be
 * used inside the bell's lock.
 */
final class Turnstile {
  private static final int KEPT = 10_000;
  private static final String EVERY_CHAT = "";

  private final Deque<Call> tooEarly = new ArrayDeque<>();
  private final Map<String, Instant> told = new HashMap<>();
  private final Map<String, Deque<Instant>> passed = new HashMap<>();
  private Instant since = Instant.MIN;

  /** Nobody has to wait any more for what was before. */
  void reset(Instant now) {
    told.clear();
    passed.clear();
    since = now;
  }

  Optional<Answer> stops(Call call, TelegramWeather.Flooded flooded) {
    return early(call).or(() -> wait(EVERY_CHAT, call, since.plus(flooded.length())));
  }

  Optional<Answer> stops(Call call, TelegramWeather.Strict limits) {
    Optional<Answer> stopped =
        early(call)
            .or(() -> full(chat(call), limits.toAChat(), call, limits))
            .or(() -> full(EVERY_CHAT, limits.inAll(), call, limits));
    if (stopped.isEmpty()) {
      line(chat(call)).addLast(call.at());
      line(EVERY_CHAT).addLast(call.at());
    }
    return stopped;
  }

  /** The calls that came before the time they had been told, the oldest first. */
  List<Call> tooEarly() {
    return List.copyOf(tooEarly);
  }

  private Optional<Answer> early(Call call) {
    Instant all = told.getOrDefault(EVERY_CHAT, Instant.MIN);
    Instant one = told.getOrDefault(chat(call), Instant.MIN);
    Instant until = one.isAfter(all) ? one : all;
    if (!call.at().isBefore(until)) {
      return Optional.empty();
    }
    tooEarly.addLast(call);
    if (tooEarly.size() > KEPT) {
      tooEarly.removeFirst();
    }
    return Optional.of(tooMany(call.at(), until));
  }

  private Optional<Answer> full(String scope, int most, Call call, TelegramWeather.Strict limits) {
    Deque<Instant> line = line(scope);
    Instant gone = call.at().minus(limits.window());
    line.removeIf(one -> !one.isAfter(gone));
    return line.size() < most
        ? Optional.empty()
        : wait(scope, call, line.getFirst().plus(limits.window()));
  }

  private Optional<Answer> wait(String scope, Call call, Instant until) {
    if (!call.at().isBefore(until)) {
      return Optional.empty();
    }
    Answer.Refusal refusal = tooMany(call.at(), until);
    told.put(scope, call.at().plusSeconds(seconds(call.at(), until)));
    return Optional.of(refusal);
  }

  private static Answer.Refusal tooMany(Instant now, Instant until) {
    int seconds = seconds(now, until);
    return new Answer.Refusal(429, "Too Many Requests: retry after " + seconds, seconds);
  }

  private static int seconds(Instant now, Instant until) {
    return Math.toIntExact(Duration.between(now, until).plusNanos(999_999_999).toSeconds());
  }

  private Deque<Instant> line(String scope) {
    return passed.computeIfAbsent(scope, _ -> new ArrayDeque<>());
  }

  private static String chat(Call call) {
    return call.chat() == null ? "nowhere" : call.chat();
  }
}
