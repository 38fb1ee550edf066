package io.tapgate.pulse;

import io.tapgate.driving.Mishaps;
import java.time.Duration;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Something that is done again and again, on every node, each at its own offset. A round that fails
 * is followed by the next; what it did not do is still due.
 */
public final class Sweep implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Sweep.class);

  private final String name;
  private final Runnable round;
  private final Mishaps mishaps;
  private final Pulse pulse;

  /**
   * @param name what the log calls it: sealer, sweep of deadlines
   */
  public Sweep(String name, Duration every, Runnable round) throws SchedulerException {
    this.name = name;
    this.round = round;
    this.mishaps = new Mishaps("the " + name);
    this.pulse = new Pulse(name, every, this::once);
  }

  private void once() {
    try {
      round.run();
      mishaps.worked();
    } catch (RuntimeException trouble) {
      mishaps.failed(trouble);
    }
  }

  @Override
  public void start() {
    try {
      pulse.start();
    } catch (SchedulerException impossible) {
      throw new IllegalStateException("the " + name + " cannot be started", impossible);
    }
  }

  @Override
  public void stop() {
    try {
      pulse.stop();
    } catch (SchedulerException trouble) {
      log.warn("the {} did not stop cleanly", name, trouble);
    }
  }

  @Override
  public boolean isRunning() {
    try {
      return pulse.isRunning();
    } catch (SchedulerException _) {
      return false;
    }
  }
}
