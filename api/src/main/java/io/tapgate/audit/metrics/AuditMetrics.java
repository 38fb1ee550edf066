package io.tapgate.audit.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tapgate.audit.Chain;
import org.springframework.stereotype.Component;

/** What waits to be sealed, read from the rows themselves whenever somebody looks. */
@Component
class AuditMetrics {

  AuditMetrics(Chain chain, MeterRegistry registry) {
    Gauge.builder("tapgate.audit.unsealed", () -> chain.standing().unsealed().count())
        .description("Records of the audit that are not sealed yet")
        .register(registry);
    Gauge.builder(
            "tapgate.audit.unsealed.oldest.seconds",
            () -> chain.standing().unsealed().oldest().toMillis() / 1000.0)
        .description("How long the oldest of them has waited")
        .register(registry);
  }
}
