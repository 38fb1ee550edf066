package io.tapgate.chat.health;

import io.tapgate.driving.Claims;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether any watcher reads Telegram: without one, no tap arrives. */
@Component("watcher")
class WatcherHealth implements HealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");

  private final Claims claims;

  WatcherHealth(Claims claims) {
    this.claims = claims;
  }

  @Override
  public Health health() {
    try {
      return claims.isTaken("watcher")
          ? Health.up().build()
          : trouble("no watcher reads Telegram: is it running, and its token right?");
    } catch (RuntimeException _) {
      return trouble("not known: the database does not answer");
    }
  }

  private static Health trouble(String what) {
    return Health.status(DEGRADED).withDetail("trouble", what).build();
  }
}
