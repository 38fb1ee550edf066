package io.tapgate.audit.health;

import io.tapgate.audit.Chain;
import io.tapgate.audit.Unsealed;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether records are sealed in time. */
@Component("audit")
class AuditHealth extends AbstractHealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Chain chain;

  AuditHealth(Chain chain) {
    this.chain = chain;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Unsealed unsealed = chain.standing().unsealed();
    health
        .status(unsealed.oldest().compareTo(PATIENCE) > 0 ? DEGRADED : Status.UP)
        .withDetail("unsealed", words(unsealed));
  }

  private static String words(Unsealed unsealed) {
    return unsealed.count() == 0
        ? "none"
        : unsealed.count() + ", the longest for " + unsealed.oldest().toSeconds() + " s";
  }
}
