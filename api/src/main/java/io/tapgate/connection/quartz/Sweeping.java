package io.tapgate.connection.quartz;

import io.tapgate.connection.Expiring;
import io.tapgate.connection.MarkingOverdue;
import io.tapgate.pulse.EachSecond;
import org.quartz.SchedulerException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Both are cheap when there is nothing to do: one look into an index each. */
@Configuration(proxyBeanMethods = false)
class Sweeping {

  @Bean
  EachSecond sweep(Expiring expiring, MarkingOverdue markingOverdue) throws SchedulerException {
    return new EachSecond(
        "sweep",
        () -> {
          expiring.expireDue();
          markingOverdue.mark();
        });
  }
}
