package io.tapgate.router.health;

import io.tapgate.router.Condition;
import io.tapgate.router.Conditions;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** A router that does not answer makes us degraded, never down: the doors still take reports. */
@Component("routers")
class RoutersHealth implements HealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");

  private final Conditions conditions;

  RoutersHealth(Conditions conditions) {
    this.conditions = conditions;
  }

  @Override
  public Health health() {
    Map<String, Condition> now = conditions.now();
    boolean degraded = now.values().stream().anyMatch(RoutersHealth::isTrouble);
    Health.Builder health = degraded ? Health.status(DEGRADED) : Health.up();
    now.forEach((name, condition) -> health.withDetail(name, condition.words()));
    return health.build();
  }

  private static boolean isTrouble(Condition condition) {
    return switch (condition) {
      case Condition.Closed _, Condition.Undriven _, Condition.Locked _ -> true;
      case Condition.Open _, Condition.Slow _, Condition.DrivenElsewhere _ -> false;
    };
  }
}
