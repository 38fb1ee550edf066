package io.tapgate.audit.quartz;

import io.tapgate.audit.Sealing;
import io.tapgate.pulse.Sweep;
import java.time.Duration;
import org.quartz.SchedulerException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On every node, so that nobody has to notice that the one who sealed is gone. */
@Configuration(proxyBeanMethods = false)
class SealingSweep {
  private static final Duration EVERY = Duration.ofSeconds(1);

  @Bean
  Sweep sealer(Sealing sealing) throws SchedulerException {
    return new Sweep("sealer", EVERY, sealing::seal);
  }
}
