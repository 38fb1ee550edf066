package io.tapgate.pulse;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
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
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Again and again, by Quartz, from memory. Quartz goes by the clock on the wall: set back by
 * minutes, it would keep still for as many. So a second look, by the steady clock, winds it up
 * again.
 */
final class Pulse {
  private static final Logger log = LoggerFactory.getLogger(Pulse.class);
  private static final Duration STILL = Duration.ofSeconds(3);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final TriggerKey BEAT = TriggerKey.triggerKey("beat");

  private final Scheduler scheduler;
  private final int everyMillis;
  private final Beat beat;
  private final Thread watch;
  private volatile long last;
  private volatile boolean beating;
  private volatile boolean stopped;

  Pulse(String name, Duration every, Runnable each) throws SchedulerException {
    this.everyMillis = Math.toIntExact(every.toMillis());
    this.beat = new Beat(this, each);
    this.watch = Thread.ofVirtual().name("watch " + name).unstarted(this::watch);
    this.scheduler = inMemory(name);
    scheduler.setJobFactory((_, _) -> beat);
  }

  @DisallowConcurrentExecution
  private record Beat(Pulse pulse, Runnable each) implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      pulse.beating = true;
      try {
        each.run();
      } finally {
        pulse.last = System.nanoTime();
        pulse.beating = false;
      }
    }
  }

  void start() throws SchedulerException {
    last = System.nanoTime();
    int offset = ThreadLocalRandom.current().nextInt(everyMillis);
    scheduler.scheduleJob(JobBuilder.newJob(Beat.class).withIdentity("job").build(), in(offset));
    scheduler.start();
    watch.start();
  }

  void stop() throws SchedulerException {
    stopped = true;
    watch.interrupt();
    scheduler.shutdown(true);
  }

  boolean isRunning() throws SchedulerException {
    return scheduler.isStarted() && !scheduler.isShutdown();
  }

  /** From now on again and again, the first time after so many milliseconds on the wall. */
  void wind(int millis) throws SchedulerException {
    scheduler.rescheduleJob(BEAT, in(millis));
  }

  private void watch() {
    while (!stopped) {
      LockSupport.parkNanos(LOOK.toNanos());
      if (!stopped && !beating && System.nanoTime() - last > STILL.toNanos()) {
        windUp();
      }
    }
  }

  private void windUp() {
    try {
      log.warn(
          "a pulse stood still for {} s: the machine's clock was set back; it goes on",
          STILL.toSeconds());
      last = System.nanoTime();
      wind(0);
    } catch (SchedulerException trouble) {
      log.warn("a pulse stands still and could not be wound up; tried again", trouble);
    }
  }

  private Trigger in(int millis) {
    return TriggerBuilder.newTrigger()
        .withIdentity(BEAT)
        .forJob("job")
        .startAt(DateBuilder.futureDate(millis, DateBuilder.IntervalUnit.MILLISECOND))
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(everyMillis)
                .repeatForever()
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .build();
  }

  private static Scheduler inMemory(String name) throws SchedulerException {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", name);
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    properties.setProperty("org.quartz.threadPool.threadCount", "1");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    return new StdSchedulerFactory(properties).getScheduler();
  }
}
