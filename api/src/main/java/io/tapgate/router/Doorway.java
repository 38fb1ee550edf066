package io.tapgate.router;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one router: at most one door, opened in the background, and opened again when it fell
 * shut. Between tries it waits longer each time, with jitter, but never long: a router that is back
 * should not have to wait for us.
 *
 * <p>An open door is knocked at now and then, since one to a router that hangs, or has lost its
 * power without a word, looks like any other: it is to fall shut, as what is behind the next one
 * may have forgotten every ban.
 */
final class Doorway implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Doorway.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private static final Duration KNOCKS = Duration.ofSeconds(15);
  private static final String LOST = "the connection was lost";

  private final Router router;
  private final RouterDoors doors;
  private final LongSupplier steady;
  private final Runnable onOpen;
  private final Consumer<RuntimeException> onFailure;
  private final Executor background;
  private @Nullable RouterDoor door;
  private boolean opening;
  private boolean closed;
  private boolean told;
  private boolean knocking;
  private long knockedAt;
  private String whyLost = LOST;
  private int failures;
  private long fellAt;
  private Duration pause = Duration.ZERO;
  private Condition condition = new Condition.Closed("not opened yet");

  Doorway(
      Router router,
      RouterDoors doors,
      LongSupplier steady,
      Runnable onOpen,
      Consumer<RuntimeException> onFailure) {
    this(
        router,
        doors,
        steady,
        onOpen,
        onFailure,
        Thread.ofVirtual().name("doorway of " + router.name())::start);
  }

  Doorway(
      Router router,
      RouterDoors doors,
      LongSupplier steady,
      Runnable onOpen,
      Consumer<RuntimeException> onFailure,
      Executor background) {
    this.router = router;
    this.doors = doors;
    this.steady = steady;
    this.onOpen = onOpen;
    this.onFailure = onFailure;
    this.background = background;
  }

  /** The open door; if there is none, one is on its way (or the next try is waited for). */
  synchronized Optional<RouterDoor> door() {
    if (door != null && door.isOpen()) {
      knockIfDue(door);
      return Optional.of(door);
    }
    if (door != null) {
      fell(whyLost);
    }
    if (!opening && !closed && !left().isPositive()) {
      begin();
    }
    return Optional.empty();
  }

  private void begin() {
    opening = true;
    try {
      background.execute(this::open);
    } catch (RuntimeException | Error unstarted) {
      opening = false;
      throw unstarted;
    }
  }

  /** When it is worth coming again. */
  synchronized Duration untilNextTry() {
    Duration left = left();
    return door == null && left.isPositive() ? left : LONGEST_PAUSE;
  }

  synchronized Condition condition() {
    return door != null && !door.isOpen() ? new Condition.Closed(whyLost) : condition;
  }

  /** Whether it answers, as far as was tried; empty until the first try is over. */
  synchronized Optional<Boolean> answers() {
    boolean isOpen = door != null && door.isOpen();
    return isOpen || door != null || failures > 0 ? Optional.of(isOpen) : Optional.empty();
  }

  /** Hangs up until somebody comes again: what was said and not sent yet is not sent. */
  synchronized void shut() {
    if (door != null) {
      door.close();
      door = null;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    shut();
  }

  private void knockIfDue(RouterDoor at) {
    if (!knocking && steady.getAsLong() - knockedAt >= KNOCKS.toNanos()) {
      knocking = true;
      try {
        background.execute(() -> knock(at));
      } catch (RuntimeException | Error unstarted) {
        knocking = false;
        throw unstarted;
      }
    }
  }

  /** Whether the door falls shut, the conversation behind it decides, as after any silence. */
  private void knock(RouterDoor at) {
    try {
      at.knock();
      knocked(at, LOST);
    } catch (RuntimeException silence) {
      if (knocked(at, String.valueOf(silence.getMessage()))) {
        log.info("router {} gave no sign of life: {}", router.name(), silence.getMessage());
        onFailure.accept(silence);
      }
    } catch (Error trouble) {
      boolean _ = knocked(at, LOST);
      throw trouble;
    }
  }

  /** Whether that still is our door. */
  private synchronized boolean knocked(RouterDoor at, String why) {
    if (!at.equals(door)) {
      return false;
    }
    knocking = false;
    knockedAt = steady.getAsLong();
    whyLost = why;
    return true;
  }

  /** Whatever goes wrong, the next try comes. */
  private void open() {
    RouterDoor fresh;
    try {
      fresh = doors.open(router);
    } catch (RuntimeException trouble) {
      failed(trouble);
      onFailure.accept(trouble);
      return;
    } catch (Error trouble) {
      failed(new IllegalStateException("this machine is at its limit", trouble));
      throw trouble;
    }
    opened(fresh);
  }

  private void opened(RouterDoor fresh) {
    synchronized (this) {
      opening = false;
      if (closed) {
        fresh.close();
        return;
      }
      door = fresh;
      failures = 0;
      told = false;
      knocking = false;
      knockedAt = steady.getAsLong();
      whyLost = LOST;
      condition = new Condition.Open();
    }
    log.info("router {} answers", router.name());
    onOpen.run();
  }

  private synchronized void failed(RuntimeException trouble) {
    opening = false;
    String why = trouble instanceof RouterTrouble ? trouble.getMessage() : trouble.toString();
    fell(String.valueOf(why));
    if (!told) {
      told = true;
      log.warn(
          "router {} cannot be reached: {}. Nobody new is let in; it is tried again and again",
          router.name(),
          why);
    }
  }

  private void fell(String why) {
    door = null;
    condition = new Condition.Closed(why);
    failures++;
    fellAt = steady.getAsLong();
    pause = pause();
  }

  /** By the steady clock: one that is set back must not keep a router waiting. */
  private Duration left() {
    return pause.minusNanos(steady.getAsLong() - fellAt);
  }

  private Duration pause() {
    long most =
        Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(failures - 1, 10));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
  }
}
