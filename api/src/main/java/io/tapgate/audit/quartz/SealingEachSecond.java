package io.tapgate.audit.quartz;

import io.tapgate.audit.Sealing;
import io.tapgate.pulse.EachSecond;
import org.quartz.SchedulerException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On every node, so that nobody has to notice that the one who sealed is gone. */
@Configuration(proxyBeanMethods = false)
class SealingEachSecond {

  @Bean
  EachSecond sealer(Sealing sealing) throws SchedulerException {
    return new EachSecond("sealer", sealing::seal);
  }
}
