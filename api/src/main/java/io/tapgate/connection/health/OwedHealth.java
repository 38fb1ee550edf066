package io.tapgate.connection.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is still to be done, and for how long: a deadline that nobody acted on, above all. */
@Component("owed")
class OwedHealth extends AbstractHealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");
  private static final Duration DEADLINE_PATIENCE = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String OWED =
      """
      select 'deadlines overdue', count(*), extract(epoch from tapgate_now() - min(deadline_at))
      from connection where state = 'ASKED' and deadline_at <= tapgate_now()
      union all
      select 'questions waiting', count(*), extract(epoch from tapgate_now() - min(asked_at))
      from connection where state = 'ASKED' and taken_at is null
      union all
      select 'states owed by routers', count(*), extract(epoch from tapgate_now() - min(owed_since))
      from connection where owed_since is not null
      """;

  private final JdbcClient database;

  OwedHealth(JdbcClient database) {
    this.database = database;
  }

  /** How many of a kind are owed, and how long the longest of them has been. */
  private record Owed(String what, long count, Duration longest) {
    static Owed of(ResultSet row) throws SQLException {
      return new Owed(
          row.getString(1), row.getLong(2), Duration.ofMillis((long) (1000 * row.getDouble(3))));
    }

    boolean isLate() {
      Duration patience = what.startsWith("deadlines") ? DEADLINE_PATIENCE : PATIENCE;
      return longest.compareTo(patience) > 0;
    }

    String words() {
      return count == 0 ? "none" : count + ", the longest for " + longest.toSeconds() + " s";
    }
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.up();
    for (Owed one : database.sql(OWED).query((row, _) -> Owed.of(row)).list()) {
      health.withDetail(one.what(), one.words());
      if (one.isLate()) {
        health.status(DEGRADED);
      }
    }
  }
}
