package io.tapgate.router.health;

import io.tapgate.router.Condition;
import io.tapgate.router.Conditions;
import io.tapgate.router.Contact;
import io.tapgate.router.KeepingInTouch;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** A router that does not answer makes us degraded, never down: the doors still take reports. */
@Component("routers")
class RoutersHealth implements HealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");

  private final Conditions conditions;
  private final KeepingInTouch inTouch;

  RoutersHealth(Conditions conditions, KeepingInTouch inTouch) {
    this.conditions = conditions;
    this.inTouch = inTouch;
  }

  @Override
  public Health health() {
    Map<String, Condition> now = conditions.now();
    Map<String, Contact> contacts = inTouch.now();
    boolean degraded =
        now.values().stream().anyMatch(RoutersHealth::isTrouble)
            || contacts.values().stream().anyMatch(RoutersHealth::isTold);
    Health.Builder health = degraded ? Health.status(DEGRADED) : Health.up();
    now.forEach(
        (name, condition) -> health.withDetail(name, condition.words() + more(contacts.get(name))));
    return health.build();
  }

  private static boolean isTold(Contact contact) {
    return contact.silence().told() || contact.reporting().told();
  }

  private static String more(@Nullable Contact contact) {
    if (contact == null) {
      return "";
    }
    String silence =
        contact.silence().told() ? "; it has been silent since " + contact.silence().since() : "";
    String reports =
        contact.reporting().told()
            ? "; its sessions come up, and its reports have not arrived since "
                + contact.reporting().missingSince()
                + ": look at its on-up script, device-mode and certificate"
            : "";
    return silence + reports;
  }

  private static boolean isTrouble(Condition condition) {
    return switch (condition) {
      case Condition.Closed _, Condition.Undriven _, Condition.Locked _ -> true;
      case Condition.Open _, Condition.Slow _, Condition.DrivenElsewhere _, Condition.Disabled _ ->
          false;
    };
  }
}
