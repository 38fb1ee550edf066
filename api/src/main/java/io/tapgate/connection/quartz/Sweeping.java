package io.tapgate.connection.quartz;

import io.tapgate.connection.Expiring;
import io.tapgate.connection.MarkingOverdue;
import io.tapgate.pulse.Sweep;
import java.time.Duration;
import org.quartz.SchedulerException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Deadlines are looked at each second. Whether a router is overdue is looked at four times as
 * often: people are told within four seconds, of which three go by before it is. Either is cheap
 * when there is nothing to do: one look into an index.
 */
@Configuration(proxyBeanMethods = false)
class Sweeping {
  private static final Duration DEADLINES = Duration.ofSeconds(1);
  private static final Duration OVERDUE = Duration.ofMillis(250);

  @Bean
  Sweep sweepOfDeadlines(Expiring expiring) throws SchedulerException {
    return new Sweep("sweep of deadlines", DEADLINES, expiring::expireDue);
  }

  @Bean
  Sweep sweepOfTheOverdue(MarkingOverdue markingOverdue) throws SchedulerException {
    return new Sweep("sweep of the overdue", OVERDUE, markingOverdue::mark);
  }
}
