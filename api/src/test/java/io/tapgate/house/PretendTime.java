package io.tapgate.house;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one clock of the deadlines, pushed on instead of waited for. */
public final class PretendTime {
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

  public void passes(Duration span) {
    database
        .sql("update pretend_time set shift = shift + make_interval(secs => :seconds)")
        .param("seconds", span.toMillis() / 1000.0)
        .update();
  }
}
