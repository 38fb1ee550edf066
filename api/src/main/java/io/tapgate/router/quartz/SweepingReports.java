package io.tapgate.router.quartz;

import io.tapgate.pulse.Sweep;
import io.tapgate.router.KeepingInTouch;
import java.time.Duration;
import org.quartz.SchedulerException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A hook is not kept waiting for it. */
@Configuration(proxyBeanMethods = false)
class SweepingReports {
  private static final Duration EVERY = Duration.ofSeconds(1);

  @Bean
  Sweep sweepOfReports(KeepingInTouch inTouch) throws SchedulerException {
    return new Sweep("sweep of reports", EVERY, inTouch::look);
  }
}
