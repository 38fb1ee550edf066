package io.tapgate.connection.quartz;

import io.tapgate.connection.Expiring;
import io.tapgate.connection.MarkingOverdue;
import io.tapgate.driving.Mishaps;
import java.time.Duration;
import java.util.List;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * On every node, each at its own offset. Deadlines are looked at each second. Whether a router is
 * overdue is looked at four times as often: people are told within four seconds, of which three go
 * by before it is. A sweep that fails is followed by the next; what it did not do is still due.
 */
@Component
class Sweeping implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Sweeping.class);
  private static final Duration DEADLINES = Duration.ofSeconds(1);
  private static final Duration OVERDUE = Duration.ofMillis(250);

  private final List<Pulse> pulses;

  Sweeping(Expiring expiring, MarkingOverdue markingOverdue) throws SchedulerException {
    this.pulses =
        List.of(
            sweep("deadlines", DEADLINES, expiring::expireDue),
            sweep("overdue", OVERDUE, markingOverdue::mark));
  }

  /** Cheap when there is nothing to do: one look into an index. */
  private static Pulse sweep(String what, Duration every, Runnable each) throws SchedulerException {
    Mishaps mishaps = new Mishaps("the sweep of " + what);
    return new Pulse(
        "sweep " + what,
        every,
        () -> {
          try {
            each.run();
            mishaps.worked();
          } catch (RuntimeException trouble) {
            mishaps.failed(trouble);
          }
        });
  }

  @Override
  public void start() {
    try {
      for (Pulse pulse : pulses) {
        pulse.start();
      }
    } catch (SchedulerException impossible) {
      throw new IllegalStateException("the sweeps cannot be started", impossible);
    }
  }

  @Override
  public void stop() {
    pulses.forEach(Sweeping::stop);
  }

  private static void stop(Pulse pulse) {
    try {
      pulse.stop();
    } catch (SchedulerException trouble) {
      log.warn("a sweep did not stop cleanly", trouble);
    }
  }

  @Override
  public boolean isRunning() {
    return pulses.stream().anyMatch(Sweeping::isRunning);
  }

  private static boolean isRunning(Pulse pulse) {
    try {
      return pulse.isRunning();
    } catch (SchedulerException _) {
      return false;
    }
  }
}
