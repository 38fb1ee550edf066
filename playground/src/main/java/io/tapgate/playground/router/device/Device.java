package io.tapgate.playground.router.device;

import io.tapgate.playground.router.config.Configuration;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The router as a thing: one door to its insides, a journal, and listeners.
 *
 * <p>Each piece of work inside is done alone and sees nothing that has run out. Its changes are in
 * the journal when it ends; listeners hear of them right after, in order, from a thread that may
 * wait without holding anybody up.
 */
public final class Device implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Device.class.getName());
  private static final Duration LONGEST_NAP = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final ReentrantLock door = new ReentrantLock(true);
  private final Journal journal;
  private final LinkedBlockingQueue<Happening> untold = new LinkedBlockingQueue<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Insides insides;
  private final Thread teller;
  private long happened;
  private Cause cause = new Cause.Hand();

  /**
   * @param memory how many happenings are remembered
   * @param preparing what is written down on it before anybody looks
   */
  public Device(InstantSource clock, int memory, Consumer<Configuration> preparing) {
    this.clock = clock;
    this.journal = new Journal(memory);
    this.insides = new Insides(clock, this::happened, preparing);
    this.teller = Thread.ofVirtual().name("router-changes").start(this::tell);
  }

  /** Looks at something inside, or changes it by hand. */
  public <T> T inside(Function<Insides, T> work) {
    return inside(new Cause.Hand(), work);
  }

  /**
   * Does something inside, alone, and on this one's account. The work must be short and must not
   * wait for anything.
   */
  public <T> T inside(Cause by, Function<Insides, T> work) {
    door.lock();
    Cause before = cause;
    try {
      cause = new Cause.TimeUp();
      insides.sweep();
      cause = by;
      return work.apply(insides);
    } finally {
      cause = before;
      door.unlock();
    }
  }

  /** The same, for work without a result. */
  public void change(Cause by, Consumer<Insides> work) {
    Optional<Void> _ =
        inside(
            by,
            inner -> {
              work.accept(inner);
              return Optional.empty();
            });
  }

  /** Everything that happened, the oldest first, as far as it is still remembered. */
  public List<Happening> history() {
    return journal.all();
  }

  public List<LogLine> lastLines(int most) {
    return journal.lines(most);
  }

  /** Tells this ear each change from now on, and none before, until the subscription is closed. */
  public Subscription listen(Consumer<Change> ear) {
    Listener listener = inside(_ -> new Listener(happened, ear));
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {
    teller.interrupt();
  }

  private void happened(Change change) {
    happened++;
    Happening happening = new Happening(happened, cause, change);
    journal.write(happening);
    untold.add(happening);
  }

  private void tell() {
    try {
      while (true) {
        @Nullable Happening change = untold.poll(nap().toMillis() + 1, TimeUnit.MILLISECONDS);
        if (change != null) {
          listeners.forEach(listener -> listener.hear(change));
        }
      }
    } catch (InterruptedException _) {
      // Closed: nobody is left to be told.
      return;
    }
  }

  /** Until the next entry runs out. Finding that out also takes away what has. */
  private Duration nap() {
    return inside(Insides::nextEnd)
        .map(end -> Duration.between(clock.instant(), end))
        .filter(nap -> nap.compareTo(LONGEST_NAP) < 0)
        .orElse(LONGEST_NAP);
  }

  /** An ear, and how much had happened when it was lent. */
  private record Listener(long since, Consumer<Change> ear) {
    void hear(Happening one) {
      try {
        if (one.number() > since) {
          ear.accept(one.change());
        }
      } catch (RuntimeException broken) {
        LOG.log(Level.WARNING, "a listener failed; the others hear it all the same", broken);
      }
    }
  }
}
