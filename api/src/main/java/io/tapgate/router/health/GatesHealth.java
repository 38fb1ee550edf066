package io.tapgate.router.health;

import io.tapgate.router.gate.Finding;
import io.tapgate.router.gate.Findings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** What was found wrong at the gates of routers makes us degraded, never down. */
@Component("gates")
class GatesHealth implements HealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");

  private final Findings findings;

  GatesHealth(Findings findings) {
    this.findings = findings;
  }

  @Override
  public Health health() {
    Map<String, List<Finding>> found = found();
    boolean degraded =
        found.values().stream().flatMap(List::stream).anyMatch(GatesHealth::isProblem);
    Health.Builder health = degraded ? Health.status(DEGRADED) : Health.up();
    found.forEach((router, all) -> health.withDetail(router, words(all)));
    return health.build();
  }

  /** While the database is away, that is said elsewhere. */
  private Map<String, List<Finding>> found() {
    try {
      return findings.all();
    } catch (RuntimeException _) {
      return Map.of();
    }
  }

  private static String words(List<Finding> found) {
    return found.stream()
        .map(one -> one.what() + " (" + one.code() + ")")
        .collect(Collectors.joining("; "));
  }

  private static boolean isProblem(Finding finding) {
    return finding.weight() == Finding.Weight.PROBLEM;
  }
}
