package io.tapgate.house;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one clock of the deadlines, pushed on instead of waited for. */
public final class PretendTime {
  private static final AtomicReference<Duration> SHIFT = new AtomicReference<>(Duration.ZERO);

  private final JdbcClient database;

  PretendTime(JdbcClient database) {
    this.database = database;
    database.sql("create table if not exists pretend_time (shift interval not null)").update();
    database
        .sql(
            "insert into pretend_time select interval '0'"
                + " where not exists (select from pretend_time)")
        .update();
    database
        .sql(
            """
            create or replace function tapgate_now() returns timestamptz
              language sql stable parallel safe
              return statement_timestamp() + (select shift from pretend_time)
            """)
        .update();
  }

  /** What the router's clock shows: durations pass for it as they do for everybody. */
  static Instant now() {
    return Instant.now().plus(SHIFT.get());
  }

  /** Passes once everything that is owed just now is done: nobody is caught in the middle. */
  public void passes(Duration span) {
    await().atMost(Duration.ofSeconds(15)).until(() -> owed() == 0);
    passesMeanwhile(span);
  }

  /** The same while something may be owed that cannot be done, as its router is away. */
  void passesMeanwhile(Duration span) {
    SHIFT.accumulateAndGet(span, Duration::plus);
    database
        .sql("update pretend_time set shift = shift + make_interval(secs => :seconds)")
        .param("seconds", span.toMillis() / 1000.0)
        .update();
  }

  private long owed() {
    return database
        .sql(
            """
            select (select count(*) from connection where owed_since is not null)
                 + (select count(*) from question where tell_at is not null)
            """)
        .query((row, _) -> row.getLong(1))
        .single();
  }
}
