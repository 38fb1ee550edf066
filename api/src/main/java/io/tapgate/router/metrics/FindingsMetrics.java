package io.tapgate.router.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tapgate.driving.Mishap;
import io.tapgate.router.RouterTakenUp;
import io.tapgate.router.gate.Finding;
import io.tapgate.router.gate.Findings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** How much was found wrong at each router; read once for all that are asked for together. */
@Component
class FindingsMetrics {
  private static final Logger log = LoggerFactory.getLogger(FindingsMetrics.class);
  private static final long GOOD_FOR = Duration.ofSeconds(5).toNanos();

  private final MeterRegistry registry;
  private final Findings findings;
  private Map<String, List<Finding>> read = Map.of();
  private long readAt = System.nanoTime() - GOOD_FOR;

  FindingsMetrics(MeterRegistry registry, Findings findings) {
    this.registry = registry;
    this.findings = findings;
  }

  @EventListener
  void on(RouterTakenUp taken) {
    for (Finding.Weight weight : Finding.Weight.values()) {
      Gauge.builder("tapgate.router.findings", () -> count(taken.router(), weight))
          .description("What `router check` finds wrong at a router, by how much it matters")
          .tag("router", taken.router())
          .tag("weight", weight.word())
          .register(registry);
    }
  }

  private synchronized long count(String router, Finding.Weight weight) {
    if (System.nanoTime() - readAt >= GOOD_FOR) {
      readAgain();
    }
    return read.getOrDefault(router, List.of()).stream()
        .filter(one -> one.weight() == weight)
        .count();
  }

  /** While the database is away, the last reading stands. */
  private void readAgain() {
    readAt = System.nanoTime();
    try {
      read = findings.all();
    } catch (RuntimeException trouble) {
      log.debug("the findings could not be read: {}", new Mishap(trouble));
    }
  }
}
