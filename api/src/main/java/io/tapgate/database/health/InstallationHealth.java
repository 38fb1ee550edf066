package io.tapgate.database.health;

import io.tapgate.database.DatabaseSettings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says "playground" where it is one, so that nobody takes it for the real thing. */
@Component("installation")
class InstallationHealth implements HealthIndicator {
  private final DatabaseSettings settings;

  InstallationHealth(DatabaseSettings settings) {
    this.settings = settings;
  }

  @Override
  public Health health() {
    return Health.up()
        .withDetail("kind", settings.playground() ? "playground" : "real")
        .withDetail("database", settings.isEmbedded() ? "embedded" : "external")
        .build();
  }
}
