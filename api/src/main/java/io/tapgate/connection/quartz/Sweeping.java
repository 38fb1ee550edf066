package io.tapgate.connection.quartz;

import io.tapgate.connection.Expiring;
import io.tapgate.connection.MarkingOverdue;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import org.quartz.DateBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
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
  private static final int EVERY_MILLIS = 1000;

  private final Scheduler scheduler;
  private final Sweep sweep;

  Sweeping(Expiring expiring, MarkingOverdue markingOverdue) throws SchedulerException {
    this.sweep = new Sweep(expiring, markingOverdue);
    this.scheduler = inMemory();
    scheduler.setJobFactory((_, _) -> sweep);
  }

  /** Both are cheap when there is nothing to do: one look into an index each. */
  @DisallowConcurrentExecution
  private record Sweep(Expiring expiring, MarkingOverdue markingOverdue) implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      try {
        expiring.expireDue();
        markingOverdue.mark();
      } catch (RuntimeException trouble) {
        log.warn("a sweep failed; what is due is taken by the next one", trouble);
      }
    }
  }

  @Override
  public void start() {
    try {
      scheduler.scheduleJob(
          JobBuilder.newJob(Sweep.class).withIdentity("sweep").build(), trigger());
      scheduler.start();
    } catch (SchedulerException impossible) {
      throw new IllegalStateException("the sweep cannot be started", impossible);
    }
  }

  @Override
  public void stop() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException trouble) {
      log.warn("the sweep did not stop cleanly", trouble);
    }
  }

  @Override
  public boolean isRunning() {
    try {
      return scheduler.isStarted() && !scheduler.isShutdown();
    } catch (SchedulerException _) {
      return false;
    }
  }

  private static Trigger trigger() {
    int offset = ThreadLocalRandom.current().nextInt(EVERY_MILLIS);
    return TriggerBuilder.newTrigger()
        .startAt(DateBuilder.futureDate(offset, DateBuilder.IntervalUnit.MILLISECOND))
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(EVERY_MILLIS)
                .repeatForever()
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .build();
  }

  private static Scheduler inMemory() throws SchedulerException {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", "sweep");
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    properties.setProperty("org.quartz.threadPool.threadCount", "1");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    return new StdSchedulerFactory(properties).getScheduler();
  }
}
