package io.tapgate.chat;

import io.tapgate.client.ChatId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * How fast Telegram is spoken to: so many calls a second, no new message in a chat within a second
 * of the last call there, one call at a time in a chat, and silence for as long as Telegram asks
 * for it. While Telegram does not answer, one try at a time finds out whether it is back, further
 * and further apart: what waits is not tried one by one, and costs nothing.
 *
 * <p>A call counts until a second after it ended, since nobody knows when in between it arrived.
 */
final class Pace {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final PaceSettings limits;
  private final LongSupplier nanos;
  private final Set<ChatId> busy = new HashSet<>();
  private final Map<ChatId, Long> restingUntil = new HashMap<>();
  private final Deque<Long> countedUntil = new ArrayDeque<>();
  private int failures;
  private long closedUntil;

  /** With a clock that never jumps. */
  Pace(PaceSettings limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
    this.closedUntil = nanos.getAsLong();
  }

  synchronized Quiet quiet() {
    passed();
    return new Quiet(Set.copyOf(busy), Set.copyOf(restingUntil.keySet()));
  }

  /** How many calls may begin now. */
  synchronized int room() {
    long now = passed();
    if (now < closedUntil) {
      return 0;
    }
    int most = failures == 0 ? limits.aSecond() - countedUntil.size() : 1;
    return Math.max(0, most - busy.size());
  }

  /** False if the chat is busy; otherwise it is now, until {@link #over}. */
  synchronized boolean begin(ChatId chat) {
    return busy.add(chat);
  }

  synchronized void over(ChatId chat) {
    long now = passed();
    busy.remove(chat);
    countedUntil.add(now + SECOND.toNanos());
    restingUntil.put(chat, now + limits.chatRest().toNanos());
  }

  synchronized void answered() {
    failures = 0;
  }

  /** Of tries that fail together, one counts. */
  synchronized void silent() {
    if (passed() >= closedUntil) {
      long pause = FIRST_PAUSE.toNanos() << Math.min(failures, 10);
      close(Math.min(pause, LONGEST_PAUSE.toNanos()));
      failures++;
    }
  }

  /** Telegram asked for this; of several spans asked for, the one that ends last counts. */
  synchronized void pause(Duration span) {
    close(span.toNanos());
  }

  /** When it is worth looking again, if nothing happens before. */
  synchronized Duration untilNext() {
    long now = passed();
    if (now < closedUntil) {
      return Duration.ofNanos(closedUntil - now);
    }
    LongStream ends = restingUntil.values().stream().mapToLong(Long::longValue);
    LongStream next =
        room() > 0
            ? ends
            : LongStream.concat(ends, countedUntil.stream().mapToLong(Long::longValue));
    return Duration.ofNanos(next.map(end -> end - now).min().orElse(SECOND.toNanos()));
  }

  private void close(long span) {
    closedUntil = Math.max(closedUntil, nanos.getAsLong() + span);
  }

  /** Forgets what is past, and tells the time. */
  private long passed() {
    long now = nanos.getAsLong();
    restingUntil.values().removeIf(end -> end <= now);
    countedUntil.removeIf(end -> end <= now);
    return now;
  }
}
