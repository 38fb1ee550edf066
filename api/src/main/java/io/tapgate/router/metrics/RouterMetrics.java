package io.tapgate.router.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tapgate.router.Router;
import io.tapgate.router.RouterFailed;
import io.tapgate.router.RouterTrouble;
import io.tapgate.router.Routers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class RouterMetrics {
  private final MeterRegistry registry;

  RouterMetrics(MeterRegistry registry, Routers routers) {
    this.registry = registry;
    routers.all().stream().map(Router::name).forEach(this::fromTheStart);
  }

  @EventListener
  void on(RouterFailed failed) {
    counter(failed.router(), kind(failed.trouble())).increment();
  }

  private void fromTheStart(String router) {
    counter(router, "silent");
    counter(router, "refused");
    counter(router, "other");
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
