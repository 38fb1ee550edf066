package io.tapgate.chat.health;

import io.tapgate.driving.Claims;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether any watcher reads Telegram: without one, no tap arrives. */
@Component("watcher")
class WatcherHealth extends AbstractHealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");

  private final Claims claims;

  WatcherHealth(Claims claims) {
    this.claims = claims;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    if (claims.isTaken("watcher")) {
      health.up();
    } else {
      health
          .status(DEGRADED)
          .withDetail("trouble", "no watcher reads Telegram: is it running, and its token right?");
    }
  }
}
