package io.tapgate.admin.web;

import io.tapgate.Tapgate;
import io.tapgate.admin.Statistics;
import io.tapgate.doors.Needs;
import io.tapgate.doors.ParameterRefused;
import io.tapgate.doors.Scope;
import io.tapgate.router.Condition;
import io.tapgate.router.Conditions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How it stands just now, on one page; and how it went. */
@RestController
@RequestMapping("/api/v1")
class StatisticsDoor {
  private static final int MOST_DAYS = 90;

  private final Statistics statistics;
  private final Conditions conditions;
  private final HealthEndpoint health;
  private final boolean playground;

  StatisticsDoor(
      Statistics statistics,
      Conditions conditions,
      HealthEndpoint health,
      @Value("${tapgate.database.playground}") boolean playground) {
    this.statistics = statistics;
    this.conditions = conditions;
    this.health = health;
    this.playground = playground;
  }

  /** A part and how it is; why, if it is not well. */
  record Part(String state, @Nullable String why) {}

  /** A router and how it is to be reached from this node. */
  record Way(String name, String state, @Nullable String why) {}

  /** Everything that somebody looks at first. */
  record Status(
      String version,
      boolean playground,
      String database,
      List<Way> routers,
      Part telegram,
      Part watcher,
      Statistics.Live live,
      Statistics.Owed owed,
      long bansInForce,
      Statistics.Day today) {}

  @Needs(Scope.READ)
  @GetMapping("/status")
  Status status() {
    HealthDescriptor whole = health.health();
    Statistics.Now now = statistics.now();
    return new Status(
        version(),
        playground,
        part(whole, "db").state(),
        conditions.now().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(one -> way(one.getKey(), one.getValue()))
            .toList(),
        part(whole, "telegram"),
        part(whole, "watcher"),
        now.live(),
        now.owed(),
        now.bansInForce(),
        statistics.days(1).days().getFirst());
  }

  /** From the jar's manifest: classes that lie about loose are of no version. */
  private static String version() {
    String version = Tapgate.class.getPackage().getImplementationVersion();
    return version == null ? "unreleased" : version;
  }

  @Needs(Scope.READ)
  @GetMapping("/statistics")
  Statistics.Summary statistics(@RequestParam Map<String, String> parameters) {
    return statistics.days(days(parameters));
  }

  private static int days(Map<String, String> parameters) {
    String written = parameters.getOrDefault("days", "7");
    int days = written.matches("[0-9]{1,3}") ? Integer.parseInt(written) : 0;
    if (days < 1 || days > MOST_DAYS) {
      throw new ParameterRefused("days", "write a number from 1 to " + MOST_DAYS);
    }
    return days;
  }

  private static Way way(String name, Condition condition) {
    return switch (condition) {
      case Condition.Open _ -> new Way(name, "open", null);
      case Condition.Slow(int most) ->
          new Way(name, "slow", "no more than " + most + " tries at once");
      case Condition.Closed(String why) -> new Way(name, "closed", why);
      case Condition.DrivenElsewhere _ -> new Way(name, "driven-elsewhere", null);
      case Condition.Undriven _ -> new Way(name, "undriven", "no node speaks to it just now");
      case Condition.Disabled disabled -> new Way(name, "disabled", disabled.words());
      case Condition.Locked locked -> new Way(name, "undriven", locked.words());
    };
  }

  private static Part part(HealthDescriptor whole, String name) {
    HealthDescriptor one =
        whole instanceof CompositeHealthDescriptor parts && parts.getComponents() != null
            ? parts.getComponents().get(name)
            : null;
    if (one == null) {
      return new Part("unknown", null);
    }
    String state = one.getStatus().getCode().toLowerCase(Locale.ROOT);
    Object trouble =
        one instanceof IndicatedHealthDescriptor indicated && indicated.getDetails() != null
            ? indicated.getDetails().get("trouble")
            : null;
    return new Part(state, trouble == null ? null : trouble.toString());
  }
}
