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
import java.util.stream.Stream;

/**
 * How fast Telegram is spoken to: so many calls a second, no new message in a chat within a second
 * of the last call there (three in a group), one call at a time in a chat. While Telegram does not
 * answer, one try at a time finds out whether it is back, further and further apart: what waits is
 * not tried one by one, and costs nothing.
 *
 * <p>Where Telegram asks for a pause, that chat is silent for so long, and nobody else is: anybody
 * can make a group in which the bot says too much. Only when a second chat hears the same meanwhile
 * is it meant for all.
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
  private final Map<ChatId, Long> pausedUntil = new HashMap<>();
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
    Set<ChatId> leftAlone = new HashSet<>(busy);
    leftAlone.addAll(pausedUntil.keySet());
    return new Quiet(Set.copyOf(leftAlone), Set.copyOf(restingUntil.keySet()));
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

  /** False if the chat is to be left alone; otherwise it is busy now, until {@link #over}. */
  synchronized boolean begin(ChatId chat) {
    passed();
    return !pausedUntil.containsKey(chat) && busy.add(chat);
  }

  synchronized void over(ChatId chat) {
    long now = passed();
    busy.remove(chat);
    countedUntil.add(now + SECOND.toNanos());
    restingUntil.put(chat, now + limits.rest(chat).toNanos());
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

  /**
   * Telegram asked for this in one chat: nothing is said or changed there for so long. Tells
   * whether it is closed to everybody by that.
   */
  synchronized boolean pause(ChatId chat, Duration span) {
    long now = passed();
    boolean others = pausedUntil.keySet().stream().anyMatch(one -> !one.equals(chat));
    pausedUntil.merge(chat, now + span.toNanos(), Math::max);
    failures = 0;
    if (others) {
      pause(span);
    }
    return others;
  }

  /** To everybody; of several spans, the one that ends last counts. */
  synchronized void pause(Duration span) {
    close(span.toNanos());
  }

  /** When it is worth looking again, if nothing happens before. */
  synchronized Duration untilNext() {
    long now = passed();
    if (now < closedUntil) {
      return Duration.ofNanos(closedUntil - now);
    }
    Stream<Long> chats =
        Stream.concat(restingUntil.values().stream(), pausedUntil.values().stream());
    Stream<Long> next = room() > 0 ? chats : Stream.concat(chats, countedUntil.stream());
    return Duration.ofNanos(next.mapToLong(end -> end - now).min().orElse(SECOND.toNanos()));
  }

  private void close(long span) {
    closedUntil = Math.max(closedUntil, nanos.getAsLong() + span);
  }

  /** Forgets what is past, and tells the time. */
  private long passed() {
    long now = nanos.getAsLong();
    restingUntil.values().removeIf(end -> end <= now);
    pausedUntil.values().removeIf(end -> end <= now);
    countedUntil.removeIf(end -> end <= now);
    return now;
  }
}
