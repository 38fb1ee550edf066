package io.tapgate.playground.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the bot has yet to read, and the one long poll that may wait for it. To be used inside the
 * bell's lock.
 *
 * <p>An update goes when the bot asks for a later one, or when it is too old: a press after 150 s,
 * anything else after a day. A second reader that has to wait ends the first one.
 */
final class Updates {
  static final Duration PRESS_KEPT = Duration.ofSeconds(150);
  private static final Duration REST_KEPT = Duration.ofDays(1);

  /** A reader that asks the same again within this time is slowed down, as the real server does. */
  private static final Duration IMPATIENT = Duration.ofSeconds(3);

  private static final Duration VERY_IMPATIENT = Duration.ofMillis(500);

  private static final Answer CONFLICT =
      new Answer.Refusal(
          409,
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance"
              + " is running");

  private final Bell bell;
  private final InstantSource clock;
  private final Strays strays = new Strays();
  private final TreeMap<Integer, Update> queue = new TreeMap<>();
  private int lastId;
  private @Nullable Set<String> allowed;
  private @Nullable Reader reader;
  private int formerOffset;
  private Instant formerStart = Instant.MIN;

  /** A call that waits, and what ends it before its time. */
  private static final class Reader {
    private @Nullable Answer end;
  }

  /**
   * A call of getUpdates.
   *
   * @param offset the first update wanted; everything before it is confirmed
   * @param allowed which kinds are wanted from now on; null leaves that as it was, empty means all
   */
  record Poll(int offset, int limit, int timeoutSeconds, @Nullable Set<String> allowed) {}

  Updates(Bell bell, InstantSource clock) {
    this.bell = bell;
    this.clock = clock;
    // Counted on from the clock: numbers go on rising when the playground is started again.
    this.lastId = (int) clock.instant().getEpochSecond();
  }

  /** To be read at once. */
  void add(String kind, ObjectNode content) {
    numbered(kind, content)
        .ifPresent(update -> {
          queue.put(update.id(), update);
          bell.ring(new TelegramEvent.UpdateQueued(update.id()));
        });
  }

  /** To be read then, by which time newer ones may have been read. */
  void add(String kind, ObjectNode content, Instant due) {
    numbered(kind, content).ifPresent(update -> strays.hold(update, due));
  }

  /** Kinds the bot did not ask for are not kept. */
  private Optional<Update> numbered(String kind, ObjectNode content) {
    if (allowed != null && !allowed.isEmpty() && !allowed.contains(kind)) {
      return Optional.empty();
    }
    Duration kept = kind.equals("callback_query") ? PRESS_KEPT : REST_KEPT;
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("update_id", ++lastId).set(kind, content);
    return Optional.of(new Update(lastId, body, clock.instant().plus(kept)));
  }

  /** What was held back until now can be read. */
  void release() {
    strays.release(clock.instant()).forEach(update -> queue.put(update.id(), update));
    bell.ring(new TelegramEvent.UpdateQueued(lastId));
  }

  /** The last ones that were handed out can be read once more, confirmed or not. */
  int again(int last) {
    List<Update> again = strays.again(last);
    again.forEach(update -> bell.ring(new TelegramEvent.UpdateQueued(update.id())));
    return again.size();
  }

  Answer poll(Poll asked) throws InterruptedException {
    Poll poll = slowedDown(asked);
    allowed = poll.allowed() == null ? allowed : poll.allowed();
    confirm(poll.offset());
    List<Update> ready = ready(poll);
    return ready.isEmpty() && poll.timeoutSeconds() > 0 ? await(poll) : handOut(ready);
  }

  private Answer handOut(List<Update> ready) {
    strays.handOut(ready);
    ArrayNode bodies = JsonNodeFactory.instance.arrayNode();
    ready.forEach(update -> bodies.add(update.body().deepCopy()));
    return new Answer.Result(bodies);
  }

  private Poll slowedDown(Poll poll) {
    Instant now = clock.instant();
    boolean same = poll.offset() == formerOffset;
    boolean soon = same && formerStart.plus(IMPATIENT).isAfter(now);
    boolean atOnce = same && formerStart.plus(VERY_IMPATIENT).isAfter(now);
    formerOffset = poll.offset();
    formerStart = now;
    int seconds = soon ? Math.max(3, poll.timeoutSeconds()) : poll.timeoutSeconds();
    return new Poll(poll.offset(), atOnce ? 1 : poll.limit(), seconds, poll.allowed());
  }

  /** A negative offset keeps that many from the end and forgets the rest. */
  private void confirm(int offset) {
    int before = queue.size();
    if (offset < 0) {
      while (queue.size() > -offset) {
        queue.pollFirstEntry();
      }
    } else {
      queue.headMap(offset, false).clear();
    }
    if (queue.size() != before) {
      bell.ring(new TelegramEvent.ReadingChanged());
    }
  }

  private Answer await(Poll poll) throws InterruptedException {
    Reader me = new Reader();
    if (reader != null) {
      reader.end = CONFLICT;
    }
    reader = me;
    bell.ring(new TelegramEvent.ReadingChanged());
    try {
      bell.until(
          () -> me.end != null || !ready(poll).isEmpty(),
          Duration.ofSeconds(poll.timeoutSeconds()));
      return me.end == null ? handOut(ready(poll)) : me.end;
    } finally {
      leave(me);
    }
  }

  private void leave(Reader me) {
    if (reader == me) {
      reader = null;
      bell.ring(new TelegramEvent.ReadingChanged());
    }
  }

  /** Whoever waits is not answered any more. */
  void hangUp() {
    if (reader != null) {
      reader.end = new Answer.HungUp();
      bell.ring(new TelegramEvent.ReadingChanged());
    }
  }

  private List<Update> ready(Poll poll) {
    forgetOld();
    Collection<Update> inOrder = queue.tailMap(Math.max(0, poll.offset()), true).values();
    return Stream.concat(inOrder.stream(), strays.ready().stream()).limit(poll.limit()).toList();
  }

  void forgetAll() {
    queue.clear();
    strays.forgetAll();
    bell.ring(new TelegramEvent.ReadingChanged());
  }

  private void forgetOld() {
    Instant now = clock.instant();
    queue.values().removeIf(update -> !update.isThere(now));
    strays.forgetOld(now);
  }

  int unread() {
    forgetOld();
    return queue.size() + strays.unread();
  }

  boolean isRead() {
    return reader != null;
  }
}
