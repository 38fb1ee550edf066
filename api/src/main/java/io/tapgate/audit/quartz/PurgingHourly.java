package io.tapgate.audit.quartz;

import io.tapgate.audit.Purging;
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

/** Records that are older than we want to keep go, once an hour, on one node. */
@Configuration(proxyBeanMethods = false)
class PurgingHourly {

  @DisallowConcurrentExecution
  static class Purge extends QuartzJobBean {
    private final Purging purging;

    Purge(Purging purging) {
      this.purging = purging;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
      purging.purge();
    }
  }

  @Bean
  JobDetail purgeAudit() {
    return JobBuilder.newJob(Purge.class).withIdentity("purge-audit").storeDurably().build();
  }

  @Bean
  Trigger purgeAuditHourly(JobDetail purgeAudit) {
    return TriggerBuilder.newTrigger()
        .forJob(purgeAudit)
        .withIdentity("purge-audit-hourly")
        .withSchedule(
            CronScheduleBuilder.cronSchedule("0 47 * * * ?")
                .withMisfireHandlingInstructionDoNothing())
        .build();
  }
}
