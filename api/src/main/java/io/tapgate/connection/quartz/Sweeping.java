package io.tapgate.connection.quartz;

import io.tapgate.connection.Expiring;
import io.tapgate.connection.MarkingOverdue;
import io.tapgate.driving.Mishaps;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Once a second, on every node, each at its own offset within the second. A sweep that fails is
 * followed by the next; what it did not do is still due.
 */
@Component
class Sweeping implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Sweeping.class);

  private final Expiring expiring;
  private final MarkingOverdue markingOverdue;
  private final Mishaps mishaps = new Mishaps("the sweep");
  private final Pulse pulse;

  Sweeping(Expiring expiring, MarkingOverdue markingOverdue) throws SchedulerException {
    this.expiring = expiring;
    this.markingOverdue = markingOverdue;
    this.pulse = new Pulse("sweep", this::sweep);
  }

  /** Both are cheap when there is nothing to do: one look into an index each. */
  private void sweep() {
    try {
      expiring.expireDue();
      markingOverdue.mark();
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
      throw new IllegalStateException("the sweep cannot be started", impossible);
    }
  }

  @Override
  public void stop() {
    try {
      pulse.stop();
    } catch (SchedulerException trouble) {
      log.warn("the sweep did not stop cleanly", trouble);
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
