package io.tapgate.router.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tapgate.router.Condition;
import io.tapgate.router.Conditions;
import io.tapgate.router.RouterFailed;
import io.tapgate.router.RouterLetGo;
import io.tapgate.router.RouterTakenUp;
import io.tapgate.router.RouterTrouble;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class RouterMetrics {
  private final MeterRegistry registry;
  private final Conditions conditions;

  RouterMetrics(MeterRegistry registry, Conditions conditions) {
    this.registry = registry;
    this.conditions = conditions;
  }

  @EventListener
  void on(RouterTakenUp taken) {
    fromTheStart(taken.router());
  }

  /** A figure that nobody feeds any more would look like a router that is well. */
  @EventListener
  void on(RouterLetGo gone) {
    registry.getMeters().stream()
        .filter(one -> one.getId().getName().startsWith("tapgate.router."))
        .filter(one -> gone.router().equals(one.getId().getTag("router")))
        .forEach(registry::remove);
  }

  @EventListener
  void on(RouterFailed failed) {
    counter(failed.router(), kind(failed.trouble())).increment();
  }

  private void fromTheStart(String router) {
    Gauge.builder("tapgate.router.side.by.side", () -> conditions.sideBySide(router))
        .description("How many tries it is given at once: fewer, the slower it answers")
        .tag("router", router)
        .register(registry);
    Gauge.builder("tapgate.router.silent", () -> silent(conditions.now().get(router)))
        .description("1 while this node drives the router and gets no answer, else 0")
        .tag("router", router)
        .register(registry);
    counter(router, "silent");
    counter(router, "refused");
    counter(router, "other");
  }

  private static int silent(@Nullable Condition condition) {
    return condition instanceof Condition.Closed ? 1 : 0;
  }

  private static String kind(RuntimeException trouble) {
    return switch (trouble) {
      case RouterTrouble.Silent _ -> "silent";
      case RouterTrouble.Refused _ -> "refused";
      default -> "other";
    };
  }

  private Counter counter(String router, String kind) {
    return Counter.builder("tapgate.router.retries")
        .description("Tries at a router that came to nothing and are made again")
        .tag("router", router)
        .tag("kind", kind)
        .register(registry);
  }
}
