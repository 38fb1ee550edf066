package io.tapgate.connection.quartz;

import io.tapgate.connection.Forgetting;
import org.quartz.CronScheduleBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** History that is older than we want to know goes, once an hour, on one node. */
@Configuration(proxyBeanMethods = false)
class Forgetfulness {

  @DisallowConcurrentExecution
  static class Forget extends QuartzJobBean {
    private final Forgetting forgetting;

    Forget(Forgetting forgetting) {
      this.forgetting = forgetting;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
      forgetting.forgetOld();
    }
  }

  @Bean
  JobDetail forget() {
    return JobBuilder.newJob(Forget.class).withIdentity("forget").storeDurably().build();
  }

  @Bean
  Trigger forgetHourly(JobDetail forget) {
    return TriggerBuilder.newTrigger()
        .forJob(forget)
        .withIdentity("forget-hourly")
        .withSchedule(
            CronScheduleBuilder.cronSchedule("0 17 * * * ?")
                .withMisfireHandlingInstructionDoNothing())
        .build();
  }
}
