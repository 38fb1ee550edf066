package io.tapgate.chat.health;

import io.tapgate.chat.Leasing;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether any watcher reads Telegram: without one, no tap arrives. */
@Component("watcher")
class WatcherHealth extends AbstractHealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");

  private final Leasing leasing;

  WatcherHealth(Leasing leasing) {
    this.leasing = leasing;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Optional<String> trouble = leasing.trouble();
    health.status(trouble.isEmpty() ? Status.UP : DEGRADED);
    trouble.ifPresent(words -> health.withDetail("trouble", words));
  }
}
