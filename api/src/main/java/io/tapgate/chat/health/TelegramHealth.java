package io.tapgate.chat.health;

import io.tapgate.chat.ChatTrouble;
import io.tapgate.chat.Reachability;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** The last message told, or why it was not. */
@Component("telegram")
class TelegramHealth implements HealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");

  private final Reachability reachability;

  TelegramHealth(Reachability reachability) {
    this.reachability = reachability;
  }

  @Override
  public Health health() {
    Optional<ChatTrouble> trouble = reachability.trouble();
    return trouble.isEmpty()
        ? Health.up().build()
        : Health.status(DEGRADED)
            .withDetail("trouble", String.valueOf(trouble.get().getMessage()))
            .build();
  }
}
