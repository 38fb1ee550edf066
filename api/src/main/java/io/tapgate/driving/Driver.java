package io.tapgate.driving;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thing driven by one node: while the claim is ours, rounds follow each other as they are
 * woken, or once a second. Whatever goes wrong in a round, the next one comes.
 */
public final class Driver implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Driver.class);
  private static final Duration SPAN = Duration.ofSeconds(6);
  private static final Duration RENEW_AFTER = Duration.ofSeconds(2);
  private static final Duration STOP_BEFORE = Duration.ofSeconds(1);
  private static final Duration NAP = Duration.ofSeconds(1);

  /**
   * Wakes that come in bursts share a round: the first is heard at once, the next a moment later.
   */
  private static final Duration BREATH = Duration.ofMillis(8);

  /** One look at what is owed, under a claim that holds. */
  @FunctionalInterface
  public interface Round {
    /** How long until another look is worth it, if nobody wakes the driver before. */
    Duration drive(Held claim);

    /** Somebody else drives, or nobody can: whatever is open towards the thing is to be shut. */
    default void leave() {}
  }

  private final String thing;
  private final String owner;
  private final String self = UUID.randomUUID().toString();
  private final Claims claims;
  private final Lifeline lifeline;
  private final Round round;
  private final Stopwatch stopwatch;
  private final Duration nap;
  private final Semaphore wakes = new Semaphore(0);
  private final Mishaps mishaps;
  private final Thread thread;
  private volatile boolean running = true;
  private volatile @Nullable Held held;

  public Driver(String thing, String owner, Claims claims, Lifeline lifeline, Round round) {
    this(thing, owner, claims, lifeline, round, Stopwatch.ofThisMachine(), NAP);
  }

  Driver(
      String thing,
      String owner,
      Claims claims,
      Lifeline lifeline,
      Round round,
      Stopwatch stopwatch,
      Duration nap) {
    this.thing = thing;
    this.owner = owner;
    this.claims = claims;
    this.lifeline = lifeline;
    this.round = round;
    this.stopwatch = stopwatch;
    this.nap = nap;
    this.mishaps = new Mishaps(thing);
    this.thread = Thread.ofVirtual().name("driver " + thing).unstarted(this::run);
  }

  public void start() {
    lifeline.onRing(thing, this::wake);
    thread.start();
  }

  /** There is something to do: whoever drives it is woken, here or on another node. */
  public void call() {
    if (isDriving()) {
      wake();
    } else {
      lifeline.ring(thing);
    }
  }

  /** Another round, at once. Wakes that come together are one. */
  public void wake() {
    if (wakes.availablePermits() == 0) {
      wakes.release();
    }
  }

  /** Whether another round is due as soon as the one in hand is over. */
  boolean isWoken() {
    return wakes.availablePermits() > 0;
  }

  public boolean isDriving() {
    Held now = held;
    return now != null && now.holds();
  }

  /** Whether any node drives it. False when the database cannot say: then none can. */
  public boolean isDrivenSomewhere() {
    try {
      return isDriving() || claims.isTaken(thing);
    } catch (RuntimeException _) {
      return false;
    }
  }

  /** Lets the claim go once the round in hand is over. */
  @Override
  public void close() {
    running = false;
    wake();
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      thread.join(STOP_BEFORE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (running) {
      long started = System.nanoTime();
      Duration rest = nap;
      try {
        rest = claim().map(round::drive).orElseGet(this::left);
        mishaps.worked();
      } catch (RuntimeException | Error trouble) {
        mishaps.failed(trouble);
      }
      nap(rest);
      LockSupport.parkNanos(BREATH.toNanos() - (System.nanoTime() - started));
      wakes.drainPermits();
    }
    release();
  }

  private Duration left() {
    round.leave();
    return nap;
  }

  private Optional<Held> claim() {
    Held mine = held;
    if (mine == null || !mine.holds() || mine.age().compareTo(RENEW_AFTER) > 0) {
      held = take(mine);
    }
    return Optional.ofNullable(held).filter(Held::holds);
  }

  /** What is only renewed stays the same hold; one that is lost is let go of at once. */
  private @Nullable Held take(@Nullable Held mine) {
    long line = lifeline.line();
    Stopwatch.Mark asked = stopwatch.now();
    Optional<Claim> taken =
        line == Lifeline.NONE ? Optional.empty() : claims.takeWhileAlive(thing, owner, self, SPAN);
    if (mine != null) {
      if (taken.filter(claim -> mine.goesOn(claim, asked)).isPresent()) {
        return mine;
      }
      mine.letGo();
    }
    return taken.map(claim -> held(claim, asked, line)).orElse(null);
  }

  private Held held(Claim claim, Stopwatch.Mark asked, long line) {
    return new Held(
        claim, stopwatch, asked, SPAN.minus(STOP_BEFORE), () -> lifeline.line() == line);
  }

  private void nap(Duration rest) {
    Duration shorter = rest.compareTo(nap) < 0 ? rest : nap;
    try {
      boolean _ = wakes.tryAcquire(shorter.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      running = false;
    }
  }

  private void release() {
    Held mine = held;
    if (mine == null || !mine.holds()) {
      return;
    }
    mine.letGo();
    try {
      claims.release(mine.claim());
    } catch (RuntimeException trouble) {
      log.info("{}: the claim could not be released and runs out by itself: {}", thing, trouble);
    }
  }
}
