package io.tapgate.router.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tapgate.router.Condition;
import io.tapgate.router.Conditions;
import io.tapgate.router.Contact;
import io.tapgate.router.Corrected;
import io.tapgate.router.Difference;
import io.tapgate.router.KeepingInTouch;
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
  private final KeepingInTouch inTouch;

  RouterMetrics(MeterRegistry registry, Conditions conditions, KeepingInTouch inTouch) {
    this.registry = registry;
    this.conditions = conditions;
    this.inTouch = inTouch;
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

  @EventListener
  void on(Corrected corrected) {
    corrections(corrected.router().name(), corrected.what()).increment();
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
    Gauge.builder("tapgate.router.unreported", () -> unreported(inTouch.now().get(router)))
        .description("1 while its sessions come up and none of its reports arrives, else 0")
        .tag("router", router)
        .register(registry);
    Difference.words().forEach(what -> corrections(router, what));
    counter(router, "silent");
    counter(router, "refused");
    counter(router, "other");
  }

  private static int silent(@Nullable Condition condition) {
    return condition instanceof Condition.Closed ? 1 : 0;
  }

  private static int unreported(@Nullable Contact contact) {
    return contact != null && contact.reporting().told() ? 1 : 0;
  }

  private static String kind(RuntimeException trouble) {
    return switch (trouble) {
      case RouterTrouble.Silent _ -> "silent";
      case RouterTrouble.Refused _ -> "refused";
      default -> "other";
    };
  }

  private Counter corrections(String router, String what) {
    return Counter.builder("tapgate.router.corrections")
        .description("What a router did not show as it should when it was compared as a whole")
        .tag("router", router)
        .tag("what", what)
        .register(registry);
  }

  private Counter counter(String router, String kind) {
    return Counter.builder("tapgate.router.retries")
        .description("Tries at a router that came to nothing and are made again")
        .tag("router", router)
        .tag("kind", kind)
        .register(registry);
  }
}
